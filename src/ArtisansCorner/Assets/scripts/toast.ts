// Short messages: those the server sent along leave after a while, and scripts can say one too.
import { all, onContent, within } from "./page";

const stay = 8000;

function leaveLater(toast: HTMLElement): void {
  setTimeout(() => {
    if (toast.matches(":hover, :focus-within")) leaveLater(toast);
    else toast.remove();
  }, stay);
}

/** Says a sentence at the foot of the window. */
export function say(words: string): void {
  const place = document.querySelector(".toasts");
  if (!place) return;
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.append(words);
  place.append(toast);
  leaveLater(toast);
}

onContent(() => {
  for (const toast of all(".toast[data-fresh]")) {
    toast.removeAttribute("data-fresh");
    leaveLater(toast);
  }
});
document.addEventListener("click", event => {
  if (within(event, ".toast [data-close]")) within(event, ".toast")!.remove();
});
