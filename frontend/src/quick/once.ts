// A form that the browser itself sends is sent once: until the next page is there, pressing again does nothing.

/** Watches over the forms of this page. Those that a script answers are its own affair. */
export function once(): void {
  let sent: HTMLFormElement | undefined;
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method === "get") return;
    if (form === sent) event.preventDefault();
    sent = form;
  });
  // Back on this page, or the sending was stopped: it may be sent again.
  addEventListener("pageshow", () => {
    sent = undefined;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") sent = undefined;
  });
}
