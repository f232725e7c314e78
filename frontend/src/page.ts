// On every page: links and forms answer without the whole page being loaded anew.
import "htmx.org";
