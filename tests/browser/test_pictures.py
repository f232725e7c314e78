"""Golden pictures of every page: on a phone in light and dark, at a desk in light. `make pictures` keeps new ones."""

import pytest
from PIL import Image

from golden import HERE, NEW, difference, drawn, kept, small
from house_ground import ROOT
from page_list import PICTURED

LOOKS = {"phone": (390, "light"), "phone-dark": (390, "dark"), "desk": (1280, "light")}
README = ROOT / "docs" / "pictures"
MOST_BYTES = 100_000


@pytest.fixture
def still_page(new_context):
    """A page without motion, so that a figure is drawn as its poses."""
    return new_context(reduced_motion="reduce", viewport={"width": 390, "height": 844}).new_page()


@pytest.mark.parametrize(("home", "name"), PICTURED)
def test_it_looks_as_it_did(home, name, request, still_page, tmp_path):
    served, paths = request.getfixturevalue(home)
    still_page.goto(f"{served.url}{paths[name]}")
    wrong = []
    for look, (width, scheme) in LOOKS.items():
        still_page.emulate_media(color_scheme=scheme)
        picture = small(drawn(still_page, width=width))
        wrong.append(kept(HERE / f"{name}-{look}.png", picture, aside=tmp_path))
    assert [one for one in wrong if one] == []


@pytest.mark.parametrize(("name", "size"), [("plan", (1080, 900)), ("session", (390, 844))])
def test_the_pictures_of_the_readme_are_true(name, size, in_the_morning, still_page, tmp_path):
    served, paths = in_the_morning
    still_page.goto(f"{served.url}{paths[name]}")
    picture = small(drawn(still_page, width=size[0], tallest=size[1]), scale=1, colours=64)
    assert kept(README / f"{name}.png", picture, aside=tmp_path) == ""
    assert (README / f"{name}.png").stat().st_size <= MOST_BYTES
    assert f"docs/pictures/{name}.png" in (ROOT / "README.md").read_text("utf-8")


def test_a_button_that_moves_another_colour_and_a_lost_line_are_seen(
    in_the_morning, still_page, monkeypatch, tmp_path
):
    monkeypatch.delenv(NEW, raising=False)
    served, paths = in_the_morning
    still_page.goto(f"{served.url}{paths['today']}")
    before = small(drawn(still_page, width=390))
    assert difference(before, small(drawn(still_page, width=390))).share == 0
    for spoiled in (
        "document.querySelector('.button.start').style.transform = 'translateY(6px)'",
        "document.querySelector('.button.start').style.background = 'darkred'",
        "document.querySelector('.dose').style.visibility = 'hidden'",
        "document.querySelector('main').style.paddingTop = '24px'",
    ):
        still_page.reload()
        still_page.evaluate(spoiled)
        found = difference(before, small(drawn(still_page, width=390)))
        assert not found.same, (spoiled, found)
    path = tmp_path / "today.png"
    before.save(path)
    assert "changed" in kept(path, small(drawn(still_page, width=390)), aside=tmp_path / "..")


def test_edges_smoothed_otherwise_are_not_a_change(in_the_morning, still_page):
    served, paths = in_the_morning
    still_page.goto(f"{served.url}{paths['today']}")
    whole = drawn(still_page, width=390)
    softer = whole.resize((whole.width * 2, whole.height * 2), Image.Resampling.BICUBIC).resize(
        whole.size, Image.Resampling.BILINEAR
    )
    assert difference(small(whole), small(softer)).same


def test_every_picture_kept_belongs_to_a_page():
    known = {f"{name}-{look}.png" for _, name in PICTURED for look in LOOKS}
    assert {path.name for path in HERE.glob("*.png")} == known
