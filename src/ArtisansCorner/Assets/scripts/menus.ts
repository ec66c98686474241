// Menus, tips and dialogs are popovers and need no script; this adds opening a definition by hovering, and closing what led elsewhere.
import { within } from "./page";

const wordOf = (event: Event) => within<HTMLButtonElement>(event, ".defined[popovertarget]");
const tipOf = (event: Event) => wordOf(event)?.popoverTargetElement as HTMLElement | null | undefined;

document.addEventListener("pointerover", event => {
  // The word it belongs to is what it stands beside.
  if (event.pointerType === "mouse") tipOf(event)?.showPopover({ source: wordOf(event)! });
});
document.addEventListener("pointerout", event => {
  if (event.pointerType === "mouse") tipOf(event)?.hidePopover();
});
// The pointer already opened it: pressing must not close it again.
document.addEventListener("click", event => {
  if (tipOf(event)?.matches(":hover, :popover-open") && (event as PointerEvent).pointerType === "mouse") event.preventDefault();
});
document.addEventListener("htmx:before:request", event => within(event, "[popover]")?.hidePopover());
