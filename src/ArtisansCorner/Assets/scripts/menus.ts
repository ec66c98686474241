// Menus, tips and dialogs are popovers and need no script; this adds opening a definition by hovering, and closing what led elsewhere.
import { within } from "./page";

const tipOf = (event: Event) => {
  const word = within(event, ".defined[popovertarget]");
  return word && document.getElementById(word.getAttribute("popovertarget")!);
};

document.addEventListener("pointerover", event => {
  if (event.pointerType === "mouse") tipOf(event)?.showPopover();
});
document.addEventListener("pointerout", event => {
  if (event.pointerType === "mouse") tipOf(event)?.hidePopover();
});
// The pointer already opened it: pressing must not close it again.
document.addEventListener("click", event => {
  if (tipOf(event)?.matches(":hover, :popover-open") && (event as PointerEvent).pointerType === "mouse") event.preventDefault();
});
document.addEventListener("htmx:before:request", event => within(event, "[popover]")?.hidePopover());
