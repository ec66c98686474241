// Writes Ui/IconShapes.cs from the npm icon set: `npm run icons` after changing the list.
import { readFileSync, writeFileSync } from "node:fs";

const lucide = {
  home: "house", sales: "receipt-text", inventory: "package", products: "tag", customers: "users", reports: "chart-column-increasing",
  import: "download", export: "upload", settings: "sliders-horizontal", search: "search", calendar: "calendar", down: "chevron-down",
  updown: "chevrons-up-down", left: "chevron-left", right: "chevron-right", up: "chevron-up", plus: "plus", minus: "minus", more: "menu", dots: "ellipsis",
  check: "check", done: "circle-check", todo: "circle-dashed", close: "x", warn: "triangle-alert", info: "info", help: "circle-question-mark",
  file: "file-text", undo: "undo-2", trash: "trash-2", print: "printer", edit: "pencil", copy: "copy", refresh: "refresh-cw", clock: "clock",
  out: "ban", unmatched: "unlink", signout: "log-out", user: "user", mail: "mail", lock: "lock", key: "key-round", keyboard: "keyboard",
  theme: "sun-moon", sun: "sun", moon: "moon", system: "monitor", store: "store", bell: "bell", filter: "list-filter", open: "arrow-up-right",
  code: "code-xml", fair: "tent-tree", truck: "truck", sample: "sparkles", eye: "eye", globe: "globe", refund: "rotate-ccw", making: "hammer", payouts: "landmark", expenses: "wallet",
};
const own = {
  low: '<circle cx="12" cy="12" r="9"/><path d="M3 12a9 9 0 0 0 18 0z" fill="currentColor"/>',
};

const shapeOf = name => readFileSync(`node_modules/lucide-static/icons/${name}.svg`, "utf8")
  .replace(/<!--.*?-->/s, "").replace(/<svg[^>]*>|<\/svg>/gs, "").replace(/\s*\n\s*/g, "").replaceAll(" />", "/>").trim();
const shapes = { ...Object.fromEntries(Object.entries(lucide).map(([ours, theirs]) => [ours, shapeOf(theirs)])), ...own };
const lines = Object.keys(shapes).sort().map(name => `        ["${name}"] = """${shapes[name]}""",`);

writeFileSync("src/ArtisansCorner/Ui/IconShapes.cs", `namespace ArtisansCorner.Ui;

/// <summary>The shapes of the icons in use, on a grid of 24; written by Assets/icons.mjs from Lucide (ISC license).</summary>
internal static class IconShapes
{
    /// <summary>The SVG inside of each icon, by our name for it.</summary>
    public static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
${lines.join("\n")}
    };
}
`);
