// Keys: “g” and a letter goes to the link with that data-key, a single letter too; “/” and Ctrl or Cmd with K search; “?” lists them.
import { all } from "./page";

let before = "";

document.addEventListener("keydown", event => {
  const target = event.target as HTMLElement;
  const search = document.querySelector<HTMLInputElement>("[data-search]");
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && search) {
    event.preventDefault();
    search.focus();
    search.select();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches("input, textarea, select, [contenteditable]")) return;
  if (event.key === "?") return document.getElementById("keys")?.togglePopover() as void;
  if (event.key === "/" && search) {
    event.preventDefault();
    return search.focus();
  }
  const pressed = before === "g" ? `g ${event.key}` : event.key;
  before = event.key;
  const link = all<HTMLAnchorElement>("a[data-key]").find(one => one.dataset.key === pressed);
  if (!link) return;
  event.preventDefault();
  link.click();
});
