// How the script that sends what is kept on this device asks for the page that tells what follows from it: quickly where this page can.

const SAID = "legday:said";
const MARK = "said";

/** The address of a page that tells what an entry changed. */
export function addressOf(page: string, id: string): string {
  return `${page}?${MARK}=${id}`;
}

/** Whether an address is of such a page. */
export function tellsWhatFollows(address: string): boolean {
  return new URL(address, "http://127.0.0.1").searchParams.has(MARK);
}

/** Shows the page at this address: in place of this one's main part where someone here does that, else as a whole. */
export function showSaid(address: string): void {
  if (document.dispatchEvent(new CustomEvent(SAID, { detail: address, cancelable: true }))) location.assign(address);
}

/** Calls `show` with the addresses that are asked for. */
export function hearSaid(show: (address: string) => void): void {
  document.addEventListener(SAID, (event) => {
    event.preventDefault();
    show((event as CustomEvent<string>).detail);
  });
}
