// Guesses the time zone and the country of someone who registers, from what the browser says; both stay editable.
import { all, onContent, within } from "./page";

function choose(select: HTMLSelectElement, value: string | undefined): void {
  const option = value && [...select.options].find(one => one.value === value);
  if (!option || select.value === value) return;
  select.value = option.value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

// A country's option may carry its currency: <option value="GB" data-currency="GBP">, for <select data-currency-follows>.
document.addEventListener("change", event => {
  const currency = within<HTMLSelectElement>(event, "select")?.selectedOptions[0]?.dataset.currency;
  const follower = currency && document.querySelector<HTMLSelectElement>("select[data-currency-follows]");
  if (follower) choose(follower, currency);
});

onContent(() => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { region } = new Intl.Locale(navigator.language).maximize();
  // Once only: after a refused form the server no longer asks for a guess.
  for (const select of all<HTMLSelectElement>("select[data-guess-country]")) {
    select.removeAttribute("data-guess-country");
    choose(select, region);
  }
  for (const select of all<HTMLSelectElement>("select[data-guess-zone]")) {
    select.removeAttribute("data-guess-zone");
    choose(select, timeZone);
  }
});
