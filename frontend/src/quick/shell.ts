// What a page is made of around its main part: whether one page can take the other's place without being loaded whole.

export interface Shell {
  language: string;
  tabs: boolean;
  everywhere: readonly string[];
  own: boolean;
  main: boolean;
}

/** The shell of a page, as it was written. */
export function shellOf(page: Document): Shell {
  const scripts = [...page.querySelectorAll<HTMLScriptElement>("script[src]")];
  const everywhere = scripts.filter((script) => script.hasAttribute("data-everywhere"));
  return {
    language: page.documentElement.lang,
    tabs: page.querySelector(".tabs") !== null,
    everywhere: everywhere.map((script) => script.getAttribute("src") ?? ""),
    own: scripts.length > everywhere.length,
    main: page.getElementById("main") !== null,
  };
}

/** Whether the next page stands in the same shell: a page with a script of its own never does, since it begins and ends with it. */
export function fits(now: Shell, next: Shell): boolean {
  return (
    next.main &&
    !now.own &&
    !next.own &&
    now.language === next.language &&
    now.tabs === next.tabs &&
    now.everywhere.join("\n") === next.everywhere.join("\n")
  );
}
