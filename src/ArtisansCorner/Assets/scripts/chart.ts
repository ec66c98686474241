// One read-out for every chart: it says what the chart's table says, for the mark under the pointer, finger or arrow key.
// A chart is [data-chart] with a [data-plot] of SVG marks and a table whose [data-reading] rows or cells stand in the same order.
import { all, onContent, within } from "./page";

let shown: { plot: HTMLElement; index: number } | undefined;

// A finger cannot hover: its first tap reads a bar out, and only the next one follows its link.
let readingOut = false;

const drawing = (plot: Element) => all<SVGSVGElement>("svg", plot).find(svg => svg.checkVisibility());

const marksOf = (plot: Element) => {
  const svg = drawing(plot);
  return svg ? all<SVGGraphicsElement>(".mark", svg) : [];
};

const words = (cell?: Element | null) => cell?.textContent?.trim() ?? "";

/** Title first, then [name, value] lines. */
function reading(plot: HTMLElement, index: number): [string, ...[string, string][]] | undefined {
  const place = all("[data-reading]", plot.closest("[data-chart]")!)[index];
  const head = place?.closest("table")?.tHead?.rows[0]?.cells;
  if (!place || !head) return undefined;
  if (place instanceof HTMLTableRowElement)
    return [words(place.cells[0]), ...[...place.cells].slice(1).map((cell, i): [string, string] => [words(head[i + 1]), words(cell)]).filter(line => line[1])];
  const cell = place as HTMLTableCellElement;
  return [`${words(cell.parentElement!.firstElementChild)} ${words(head[cell.cellIndex])}`, [plot.dataset.plot ?? "", words(cell)]];
}

function element(name: string, ...content: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

function hide(): void {
  if (!shown) return;
  const { plot } = shown;
  shown = undefined;
  all(".picked", plot).forEach(mark => mark.classList.remove("picked"));
  all<SVGElement>(".pick", plot).forEach(line => line.style.removeProperty("visibility"));
  plot.querySelector<HTMLElement>(".readout")!.hidden = true;
}

function show(plot: HTMLElement, index: number, aloud = false): void {
  const mark = marksOf(plot)[index];
  const said = reading(plot, index);
  if (!mark || !said) return hide();
  hide();
  shown = { plot, index };
  const [title, ...lines] = said;

  const card = plot.querySelector<HTMLElement>(".readout")!;
  card.replaceChildren(element("strong", title), ...lines.map(([name, value]) => element("span", element("span", name), element("b", value))));
  card.hidden = false;
  mark.classList.add("picked");

  const frame = plot.getBoundingClientRect();
  const spot = mark.getBoundingClientRect();
  const middle = spot.left + spot.width / 2 - frame.left;
  const before = middle > frame.width / 2;
  const left = before ? middle - card.offsetWidth - 12 : middle + 12;
  card.style.left = `${Math.max(0, Math.min(left, frame.width - card.offsetWidth))}px`;
  card.style.top = plot.dataset.columns ? `${Math.max(0, spot.top - frame.top - card.offsetHeight - 8)}px` : "0";

  const line = drawing(plot)!.querySelector<SVGElement>(".pick");
  const box = mark.getBBox();
  line?.setAttribute("transform", `translate(${Math.round(box.x + box.width / 2)} 0)`);
  line?.style.setProperty("visibility", "visible");
  if (aloud) plot.closest("[data-chart]")!.querySelector("[data-said]")!.textContent = [title, ...lines.map(pair => pair.join(" "))].join(", ");
}

function nearest(plot: HTMLElement, x: number, y: number): number {
  const upright = plot.dataset.columns ? 1 : 0;
  let best = -1;
  let least = Infinity;
  marksOf(plot).forEach((mark, i) => {
    const box = mark.getBoundingClientRect();
    const far = Math.abs(box.left + box.width / 2 - x) + upright * Math.abs(box.top + box.height / 2 - y);
    if (far < least) [least, best] = [far, i];
  });
  return best;
}

function point(event: PointerEvent): void {
  const plot = within(event, "[data-plot]");
  if (!plot) return shown && shown.plot !== document.activeElement ? hide() : undefined;
  const index = nearest(plot, event.clientX, event.clientY);
  if (event.type === "pointerdown") readingOut = event.pointerType === "touch" && (shown?.plot !== plot || shown.index !== index);
  if (shown?.plot !== plot || shown.index !== index) show(plot, index);
}

document.addEventListener("pointermove", point);
document.addEventListener("pointerdown", point);
document.addEventListener("click", event => readingOut && within(event, "[data-plot] a") && event.preventDefault());
document.addEventListener("focusin", event => {
  const plot = within(event, "[data-plot]");
  if (plot?.matches(":focus-visible")) show(plot, marksOf(plot).length - 1, true);
});
document.addEventListener("focusout", hide);
document.addEventListener("keydown", event => {
  const plot = within(event, "[data-plot]");
  if (!plot) return;
  const last = marksOf(plot).length - 1;
  const row = Number(plot.dataset.columns ?? 1);
  const at = shown?.index ?? last;
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - row, ArrowDown: at + row, Home: 0, End: last }[event.key];
  if (event.key === "Escape") hide();
  const link = event.key === "Enter" ? marksOf(plot)[at]?.closest("a") : null;
  if (link) location.assign(link.getAttribute("href")!);
  if (to === undefined) return;
  event.preventDefault();
  show(plot, Math.max(0, Math.min(last, to)), true);
});
onContent(() => shown && (shown.plot.isConnected ? show(shown.plot, shown.index) : hide()));
