// A chart as a PNG: the SVG that the server makes, drawn on a canvas twice as large. Without scripts the SVG alone is offered.
import { all, onContent, within } from "./page";

const offer = () => all<HTMLElement>("[data-png][hidden]").forEach(link => (link.hidden = false));

async function draw(href: string): Promise<Blob | null> {
  const text = await (await fetch(href)).text();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * image.naturalWidth;
  canvas.height = 2 * image.naturalHeight;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, "image/png"));
}

document.addEventListener("click", async event => {
  const link = within(event, "[data-png]");
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  const picture = await draw(link.href);
  if (!picture) return;
  const save = document.createElement("a");
  save.href = URL.createObjectURL(picture);
  save.download = link.dataset.png!;
  save.click();
  setTimeout(() => URL.revokeObjectURL(save.href), 10_000);
});
offer();
onContent(offer);
