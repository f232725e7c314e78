// Decides when the pages are brought after something was said: once, when nothing more was said for a while, so that answers go first.

/** Each call says that something was said. After the last of several in a row `bring` runs once; one that is under way is from before it. */
export function onceQuiet(bring: () => Promise<void>, wait: () => Promise<void>): () => Promise<void> {
  let said = 0;
  let underWay: Promise<void> | undefined;
  return async () => {
    said += 1;
    const mine = said;
    await wait();
    await underWay?.catch(() => undefined);
    if (mine !== said) return;
    underWay = bring().finally(() => (underWay = undefined));
    await underWay;
  };
}
