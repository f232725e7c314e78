// On every page: links and forms answer without the whole page being loaded anew, nothing is sent twice, and files can be dropped.
import { onlyWholePages, quickly, showAnswer } from "./quick/answers.js";
import { once } from "./quick/once.js";
import { bringing } from "./bring/bringing.js";
import "htmx.org";

// htmx wires the page up in a task of its own, after this one.
if (onlyWholePages(document)) {
  document.body.removeAttribute("hx-boost:inherited");
}
quickly(bringing);
once();
bringing(document);
showAnswer();
