// On every page: links and forms answer without the whole page being loaded anew, nothing is sent twice, and files can be dropped.
import { onlyWholePages, quickly } from "./quick/answers.js";
import { hearSaid } from "./quick/said.js";
import { once } from "./quick/once.js";
import { bringing } from "./bring/bringing.js";
import htmx from "htmx.org";

// htmx wires the page up in a task of its own, after this one.
if (onlyWholePages(document)) {
  document.body.removeAttribute("hx-boost:inherited");
} else {
  hearSaid((address) => void htmx.ajax("GET", address, { source: "#main", push: "true" }));
}
quickly(bringing);
once();
bringing(document);
