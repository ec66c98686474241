// What a morph must leave alone: what someone is typing, what is open, and parts that live.ts asks for itself.
import { htmx, type Swap } from "./htmx";
import { all, within } from "./page";
import { say } from "./toast";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (node: Element): node is Control => node.matches("input, textarea, select");

function isBeingChanged(control: Control): boolean {
  if (control === document.activeElement) return !control.matches("[type=submit], [type=button]");
  if (control instanceof HTMLSelectElement)
    return [...control.options].some(option => option.defaultSelected) &&
      [...control.options].some(option => option.selected !== option.defaultSelected);
  return control instanceof HTMLInputElement && /checkbox|radio/.test(control.type)
    ? control.checked !== control.defaultChecked
    : control.type !== "hidden" && control.value !== control.defaultValue;
}

/* A form[data-round-trip] is sent as it is typed, and the answer carries all of it: what still stands as it was sent takes what
   the answer says, what was typed since stays. */
const sent = new WeakMap<Control, string>();

const contentOf = (control: Control) =>
  control instanceof HTMLInputElement && /checkbox|radio/.test(control.type) ? String(control.checked) : control.value;

function take(control: Control, answer: Control): void {
  if (control instanceof HTMLInputElement && answer instanceof HTMLInputElement && /checkbox|radio/.test(control.type)) control.checked = answer.checked;
  else if (control.value !== answer.value) control.value = answer.value;
}

document.addEventListener("htmx:before:request", event => {
  const form = within(event, "form[data-round-trip]");
  for (const control of form ? all<Control>("input, textarea, select", form) : []) sent.set(control, contentOf(control));
});

function mayMorph(node: Element, answer: Element): boolean {
  if (!isControl(node)) return true;
  if (!node.closest("form[data-round-trip]")) return !isBeingChanged(node);
  if (sent.get(node) !== contentOf(node)) return false;
  if (isControl(answer) && !node.matches("[type=hidden]")) take(node, answer);
  return true;
}

htmx.registerExtension("careful", {
  htmx_before_init: element => !element.hasAttribute("data-live"),
  htmx_before_morph_node: (element, { newNode }: { newNode: Element }) => mayMorph(element, newNode),
  htmx_before_morph_attr: (element, { attrName }: { attrName: string }) => !(attrName === "open" && element.matches("details, dialog")),
  htmx_before_swap: (_, { ctx, tasks }: { ctx: Swap; tasks: { type: string; fragment: DocumentFragment }[] }) => {
    if (!ctx.response) return true;
    const found = tasks.some(task => task.fragment.childElementCount > 0);
    if (found && ctx.response.status < 500) return true;
    // An answer without the part it was asked for is another page, such as the sign-in page: go there.
    if (ctx.response.status < 400) location.assign(ctx.response.raw.url);
    else say("That did not work. Please try once more.");
    return false;
  },
});
