"""Prints what a phone waits for at its first visit: slow 4G and a processor four times slower, nothing kept, ten years of data on the server.

PYTHONPATH=src python bench/bench_first_load.py [--home FOLDER]
"""

from playwright.sync_api import Browser, sync_playwright

from bench_pages import served
from chromium_here import QUIET, found_chromium
from lived_home import copied_home, home_parser

PAGES = ("/help", "/today", "/plan", "/legs", "/runs", "/session/2026-11-24T18:00/do", "/more")
"""The first is the page with least on it: the ratios are to its time."""
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
"""1.6 Mbit/s down, 0.75 up, 150 ms there and back: what browsers' tools call slow 4G."""
SLOWER = 4
AIM_MS, AIM_KB, AIM_SCRIPT_KB = 1_000, 100, 60
WATCH_SHIFT = """window.shifted = 0; new PerformanceObserver(all => {
  for (const one of all.getEntries()) if (!one.hadRecentInput) window.shifted += one.value;
}).observe({ type: 'layout-shift', buffered: true });"""


def main() -> None:
    asked = home_parser(__doc__).parse_args()
    with copied_home(asked.home) as home, sync_playwright() as drive:
        browser = drive.chromium.launch(executable_path=found_chromium(), args=list(QUIET))
        with served(home) as (port, _):
            first_visit(browser, f"http://127.0.0.1:{port}/today")  # the server works its plan out once
            found = [(page, first_visit(browser, f"http://127.0.0.1:{port}{page}")) for page in PAGES]
        least = found[0][1]["usable"]
        print(
            f"slow 4G, a processor {SLOWER} times slower; aims: {AIM_MS} ms, {AIM_KB} kB, scripts {AIM_SCRIPT_KB} kB, no shift"
        )
        for page, one in found:
            print(
                f"{page:<32}usable {one['usable']:>6.0f} ms {one['usable'] / least:>5.2f} x   first paint {one['paint']:>6.0f} ms   "
                f"{one['bytes'] / 1000:>6.1f} kB, scripts {one['scripts'] / 1000:>5.1f} kB   shift {one['shift']:.3f}"
            )
        browser.close()


def first_visit(browser: Browser, address: str) -> dict[str, float]:
    """One visit with nothing kept: ms until the page is drawn and its scripts have run, ms to the first paint, bytes over the wire (of scripts
    too), and how much of the page moved while it came. What a worker brings along for later is not counted."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    page = context.new_page()
    page.add_init_script(WATCH_SHIFT)
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW_4G)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    scripts: set[str] = set()
    sizes: dict[str, float] = {}

    def answered(event: dict[str, object]) -> None:
        if event["type"] == "Script":
            scripts.add(str(event["requestId"]))

    line.on("Network.responseReceived", answered)
    line.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(address, wait_until="load")
    usable, paint, shift = page.evaluate(
        "[performance.timing.loadEventStart - performance.timing.navigationStart,"
        " performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, window.shifted]"
    )
    context.close()
    return {
        "usable": usable,
        "paint": paint,
        "shift": shift,
        "bytes": sum(sizes.values()),
        "scripts": sum(size for name, size in sizes.items() if name in scripts),
    }


if __name__ == "__main__":
    main()
