// Input[data-scan]: a button beside it reads a code with the camera, where the browser can. Without that it stays a plain field.
import { within } from "./page";

interface Code { rawValue: string }
interface Detector { detect(source: HTMLVideoElement): Promise<Code[]> }
declare global { interface Window { BarcodeDetector?: new () => Detector } }

const show = () => {
  if (window.BarcodeDetector === undefined || navigator.mediaDevices === undefined) return;
  for (const button of document.querySelectorAll<HTMLElement>("[data-scan-for]")) button.hidden = false;
};
show();
document.addEventListener("htmx:after:swap", show);

document.addEventListener("click", event => {
  const button = within<HTMLButtonElement>(event, "[data-scan-for]");
  const field = button && document.querySelector<HTMLInputElement>(`[data-scan=${button.dataset.scanFor}]`);
  if (field) void scan(field);
});

async function scan(field: HTMLInputElement) {
  const dialog = Object.assign(document.createElement("dialog"), { className: "scan" });
  const video = Object.assign(document.createElement("video"), { muted: true, playsInline: true });
  const close = Object.assign(document.createElement("button"), { className: "button", textContent: "Close", type: "button" });
  close.addEventListener("click", () => dialog.close());
  dialog.setAttribute("aria-label", "Hold the code in front of the camera");
  dialog.append(video, close);
  document.body.append(dialog);
  dialog.showModal();
  let stream: MediaStream | undefined;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.srcObject = stream;
    await video.play();
    const code = await firstCode(video, dialog);
    if (code) {
      field.value = code;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    dialog.close();
  } catch {
    // The camera was refused, or there is none.
    close.textContent = "No camera: close";
    await new Promise(done => dialog.addEventListener("close", done, { once: true }));
  } finally {
    stream?.getTracks().forEach(track => track.stop());
    dialog.remove();
  }
}

async function firstCode(video: HTMLVideoElement, dialog: HTMLDialogElement) {
  const detector = new window.BarcodeDetector!();
  while (dialog.open) {
    const [code] = await detector.detect(video);
    if (code) return code.rawValue;
    await new Promise(requestAnimationFrame);
  }
  return undefined;
}
