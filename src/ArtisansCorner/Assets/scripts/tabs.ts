// A row of tabs wider than the window shows the one that is current; once, so that whoever looks along the row is not pulled back.
import { all, onContent } from "./page";

const shown = new WeakSet<Element>();

onContent(() => {
  for (const current of all(".tabs [aria-current]")) {
    const row = current.parentElement!;
    if (!shown.has(current)) row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
    shown.add(current);
  }
});
