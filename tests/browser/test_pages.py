"""Every page in a real browser: for everyone (WCAG 2.2 AA), on narrow phones, in large letters, from right to left, quiet and still."""

import re

import pytest

from page_eye import (
    axe,
    cut,
    mirrored,
    motions,
    overlapping,
    sideways,
    small_targets,
    styled,
    tall,
    unseen_choices,
    watched,
)
from page_list import HOMES, MORNING, NOT_THERE, SESSION
from person import english_in, to_the_first_set
from webpage import routes_of

PHONE = {"width": 390, "height": 844}
LOOKED = {"viewport": PHONE, "has_touch": True, "is_mobile": True, "service_workers": "block"}
NO_WORKER = "Service Worker registration blocked"
"""Without the worker that keeps pages for later, which would load them all again for each test."""
DESK = {"width": 1280, "height": 900}
NARROW = ({"width": 360, "height": 740}, {"width": 320, "height": 640})
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } "
    "p { margin-block-end: 2em !important; }"
)
"""The spacing of WCAG 1.4.12."""
LARGE = ":root { font-size: 200% !important; }"
FILES = {
    "/more/backup.sqlite",
    "/more/journal.txt",
    "/plan.ics",
    "/plan/day/{said}/rooms",
    "/offline.json",
    "/manifest.webmanifest",
    "/sw.js",
    "/runs/{recording}/along",
    "/exercises/{name}/moving.svg",
    "/exercises/{name}/still.svg",
    "/exercises/{name}/{kind}.svg",
}
LEADS_ON = {"/", "/plan/day/{said}/{verb}"}

EVERY = pytest.mark.parametrize(
    ("home", "name"), [(home, name) for home, pages in HOMES.items() for name in pages]
)


def reached(page, url, name):
    """Opens a page, which is there, or honestly is not."""
    answer = page.goto(url)
    assert answer.status == (404 if name in NOT_THERE else 200), page.locator("main").inner_text()


def layout(page):
    """What no width, letter size or direction may bring about."""
    return sideways(page) + cut(page) + overlapping(page)


def told(look, found):
    return [f"{look}: {one}" for one in found]


@EVERY
def test_everyone_can_use(home, name, request, new_context):
    served, paths = request.getfixturevalue(home)
    page = new_context(**LOOKED).new_page()
    watch = watched(page, served.url)
    wrong = []
    watch.expected = (NO_WORKER, *(("status of 404",) if name in NOT_THERE else ()))
    reached(page, f"{served.url}{paths[name]}", name)
    wrong += told("while it was loaded", watch.complaints() + watch.jumps())
    tall(page, 390)
    wrong += told("phone", axe(page) + layout(page) + small_targets(page))
    page.emulate_media(color_scheme="dark")
    wrong += told("phone, dark", axe(page, colours_only=True))
    tall(page, 1280)
    wrong += told("desk, dark", axe(page, colours_only=True))
    page.emulate_media(color_scheme="light")
    wrong += told("desk", axe(page) + layout(page) + small_targets(page))
    wrong += told("while it was looked at", watch.complaints())
    assert wrong == []


@EVERY
def test_nothing_leaves_the_page_or_is_cut(home, name, request, new_context):
    served, paths = request.getfixturevalue(home)
    page = new_context(**LOOKED).new_page()
    reached(page, f"{served.url}{paths[name]}", name)
    wrong = []
    for size in (*NARROW, DESK):
        page.set_viewport_size(size)
        wide = f"{size['width']} px"
        wrong += told(wide, layout(page))
        with styled(page, SPACED):
            wrong += told(f"{wide}, spaced", layout(page))
        with mirrored(page):
            wrong += told(f"{wide}, right to left", layout(page))
        if size["width"] > 320:
            with styled(page, LARGE):
                wrong += told(f"{wide}, letters of twice the size", layout(page))
    page.set_viewport_size({"width": DESK["width"] // 2, "height": DESK["height"] // 2})
    wrong += told("desk, zoomed to 200 %", layout(page))
    page.set_viewport_size(PHONE)
    page.emulate_media(reduced_motion="reduce")
    page.reload()
    wrong += told("without motion", motions(page))
    page.emulate_media(forced_colors="active")
    wrong += told("in forced colours", unseen_choices(page))
    assert wrong == []


def test_everyone_can_use_each_screen_of_the_player(served, new_context):
    page = new_context(**LOOKED).new_page()
    page.goto(f"{served.url}/session/{SESSION}/do")
    wrong = []

    def look(screen):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            wrong.extend(told(f"{screen}, {scheme}", axe(page)))
        wrong.extend(told(screen, small_targets(page, everything=True)))
        for size in (*NARROW, PHONE):
            page.set_viewport_size(size)
            wrong.extend(told(f"{screen}, {size['width']} px", layout(page)))

    look("start")
    to_the_first_set(page)
    look("set")
    for what in ("reps", "weight", "rir"):
        page.locator(f"[data-do=choose][data-what={what}]").click()
        look(what)
    page.locator("[data-screen=set] summary").click()
    look("more")
    page.locator("[data-screen=set] [data-do=hurt]").click()
    look("hurt")
    page.locator("[data-screen=hurt] [data-do=back]").click()
    page.locator("[data-screen=set] [data-done]").click()
    page.locator("[data-screen=rest]").wait_for()
    look("rest")
    assert wrong == []


@pytest.mark.parametrize(("home", "name"), [("in_the_morning", name) for name in MORNING])
def test_german_is_german(home, name, request, new_context):
    served, paths = request.getfixturevalue(home)
    page = new_context(**LOOKED, locale="de-AT").new_page()
    reached(page, f"{served.url}{paths[name]}", name)
    assert page.locator("html").get_attribute("lang") == "de"
    page.set_viewport_size(NARROW[0])
    assert english_in(page) + layout(page) == []


def test_every_page_there_is_is_looked_at(before_anything):
    served, _ = before_anything
    routes = {
        route.path
        for route in routes_of(served.app)
        if "GET" in route.methods and not route.path.startswith("/api/")
    }
    looked = {path.partition("?")[0] for pages in HOMES.values() for path in pages.values()}
    unseen = {
        route
        for route in routes - FILES - LEADS_ON
        if not any(re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", route), path) for path in looked)
    }
    assert unseen == set()


def test_the_week_for_the_gym_wall_is_one_page_black_on_white(in_the_morning, desk_page):
    served, paths = in_the_morning
    desk_page.goto(f"{served.url}{paths['week']}")
    desk_page.emulate_media(media="print", color_scheme="dark")
    shown = "() => [...document.querySelectorAll('nav, .no-print, form')].filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80))"
    assert desk_page.evaluate(shown) == []
    ink = "() => { const style = getComputedStyle(document.querySelector('.sheet')); return [style.color, style.backgroundColor]; }"
    assert desk_page.evaluate(ink) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    printed = desk_page.pdf(format="A4", print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
