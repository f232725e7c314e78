"""Decides that the page for Python says what Python does: its blocks run in order and print what stands under them."""

import io
import re
from contextlib import redirect_stdout

from house_ground import ROOT

PAGE = ROOT / "docs" / "how-to" / "use-from-python.md"
BLOCK = re.compile(
    r"^```python\n(?P<code>.*?)^```\n+(?:^```text\n(?P<printed>.*?)^```)?", re.MULTILINE | re.DOTALL
)


def test_the_page_prints_what_it_says() -> None:
    blocks = list(BLOCK.finditer(PAGE.read_text(encoding="utf-8")))
    assert len(blocks) >= 5
    names: dict[str, object] = {"__name__": "page"}
    for block in blocks:
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(compile(block["code"], PAGE.name, "exec"), names)
        assert printed.getvalue() == (block["printed"] or ""), block["code"]
