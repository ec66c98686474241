// Light, dark or as the system: remembered here and in a cookie, by which the server draws the next page without a flash.
import { onContent, all, within } from "./page";

const themes = ["system", "light", "dark"] as const;
const names = { system: "As the system", light: "Light", dark: "Dark" };
type Theme = (typeof themes)[number];

const current = () => (document.documentElement.dataset.theme ?? "system") as Theme;

function wear(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  const secure = location.protocol === "https:" ? ";secure" : "";
  document.cookie = `theme=${theme};path=/;max-age=${theme === "system" ? 0 : 31_536_000};samesite=lax${secure}`;
  localStorage.setItem("theme", theme);
  label();
}

function label(): void {
  for (const button of all("[data-theme-next]")) button.querySelector("span")!.textContent = names[current()];
}

const remembered = localStorage.getItem("theme") as Theme | null;
if (remembered && themes.includes(remembered) && remembered !== current()) wear(remembered);
document.addEventListener("click", event => {
  if (within(event, "[data-theme-next]")) wear(themes[(themes.indexOf(current()) + 1) % themes.length]!);
});
onContent(label);
