/** Runs now and after each swap: for the little that has to be put upon new elements. */
export function onContent(run: () => void): void {
  run();
  document.addEventListener("htmx:after:swap", run);
}

/** The element that an event happened in and that this selector describes. */
export const within = <T extends Element = HTMLElement>(event: Event, selector: string): T | null =>
  event.target instanceof Element ? event.target.closest<T>(selector) : null;

export const all = <T extends Element = HTMLElement>(selector: string, root: ParentNode = document): T[] =>
  [...root.querySelectorAll<T>(selector)];
