// htmx as this product uses it: morphs, boosted links and forms. No hx-on, no trigger filters, no js: values, so nothing is
// ever evaluated and the content security policy needs no unsafe-eval.
import untyped from "htmx.org/dist/htmx.esm.js";

export interface Swap {
  sourceElement: Element;
  target: Element;
  text: string;
  swap: string;
  select?: string;
  push?: string;
  response?: { status: number; raw: Response };
  request?: { method?: string; action?: string };
}

interface Htmx {
  swap(context: Swap): Promise<void>;
  registerExtension(name: string, hooks: Record<string, (element: Element, detail: never) => unknown>): void;
}

export const htmx = untyped as Htmx;
