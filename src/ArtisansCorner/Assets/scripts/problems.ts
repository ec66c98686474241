// A form that comes back with problems goes to them, as a page does that opens with them. Whoever is typing is left alone.
import { all } from "./page";

function goToProblems(): void {
  const isTyping = document.activeElement?.matches("input, textarea, select");
  for (const problems of all(".problems[autofocus]")) {
    if (!isTyping) problems.focus();
    problems.removeAttribute("autofocus");
  }
}

goToProblems();
// Before htmx heeds autofocus by itself, which it does whoever is typing.
document.addEventListener("htmx:before:settle", goToProblems);
