// Form[data-upload]: drop a file anywhere on its .drop, and see how much has gone up. Without scripts it is a plain form.
import { htmx } from "./htmx";
import { within } from "./page";
import { say } from "./toast";

const zoneOf = (event: Event) => within(event, "form[data-upload] .drop");

for (const kind of ["dragenter", "dragover"])
  document.addEventListener(kind, event => {
    const zone = zoneOf(event);
    if (!zone) return;
    event.preventDefault();
    zone.classList.add("is-over");
  });
document.addEventListener("dragleave", event => {
  const zone = zoneOf(event);
  if (zone && !zone.contains(event.relatedTarget as Node | null)) zone.classList.remove("is-over");
});
document.addEventListener("drop", event => {
  const zone = zoneOf(event);
  const files = event.dataTransfer?.files;
  if (!zone || !files) return;
  event.preventDefault();
  zone.classList.remove("is-over");
  const input = zone.querySelector<HTMLInputElement>("input[type=file]")!;
  input.files = files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
document.addEventListener("change", event => {
  const form = within<HTMLFormElement>(event, "form[data-upload=now]");
  if (form && within(event, "input[type=file]")) form.requestSubmit();
});
document.addEventListener("submit", event => {
  const form = within<HTMLFormElement>(event, "form[data-upload]");
  if (!form) return;
  event.preventDefault();
  send(form);
});

function send(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>("[data-uploading]");
  const bar = place?.querySelector<SVGElement>(".is");
  const words = place?.querySelector("p");
  if (place) place.hidden = false;
  const request = new XMLHttpRequest();
  request.upload.onprogress = ({ loaded, total }) => {
    const percent = Math.floor((100 * loaded) / total);
    bar?.setAttribute("width", `${percent}%`);
    if (words) words.textContent = percent < 100 ? `${percent} % has gone up` : "All of it is here, reading it now";
  };
  request.onload = () => {
    // The answer is the page that the form led to, as if the browser had gone there.
    history.replaceState({ htmx: true }, "");
    history.pushState({ htmx: true }, "", request.responseURL);
    void htmx.swap({ sourceElement: document.body, target: document.body, text: request.responseText, swap: "outerSync" });
  };
  request.onerror = () => {
    if (place) place.hidden = true;
    say("The file did not arrive: the connection broke. Please try once more.");
  };
  request.open("POST", form.action);
  request.send(new FormData(form));
}
