// Everything the pages do beyond what HTML does by itself. Each module listens on the document, so a swapped part needs no set-up.
import "./scripts/morph";
import "./scripts/live";
import "./scripts/chart";
import "./scripts/picture";
import "./scripts/theme";
import "./scripts/menus";
import "./scripts/tabs";
import "./scripts/upload";
import "./scripts/toast";
import "./scripts/problems";
import "./scripts/zone";
import "./scripts/keys";
import "./scripts/scan";
