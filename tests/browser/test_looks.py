"""Each look at a page is a real one: a page made wrong on purpose gets its complaint."""

import pytest

from page_eye import axe, cut, motions, overlapping, sideways, small_targets, unseen_choices, watched
from person import FOCUS, english_in

HEAD = '<!doctype html><html lang="en"><head><title>A page</title><meta name="viewport" content="width=device-width"></head><body>'
GOOD = f'{HEAD}<main><h1>A page</h1><p>With words, and <a href="/x">a link</a>.</p><p><button style="min-height: 44px; min-width: 44px; border: 1px solid">Go on</button></p></main>'


@pytest.fixture
def looked(phone_page):
    def at(body):
        phone_page.set_content(
            body if body.startswith("<!doctype") else f"{HEAD}<main><h1>A page</h1>{body}</main>"
        )
        return phone_page

    return at


def test_a_good_page_has_no_complaint(looked):
    page = looked(GOOD)
    for look in (axe, sideways, cut, overlapping, small_targets, motions, unseen_choices):
        assert look(page) == []


@pytest.mark.parametrize(
    ("look", "body", "said"),
    [
        (axe, '<img src="data:,">', "image-alt"),
        (axe, "<input>", "label"),
        (axe, "<h4>Too deep</h4>", "heading-order"),
        (axe, '<p style="color: #999">Pale</p>', "color-contrast"),
        (axe, '<button style="inline-size: 8px; block-size: 8px; padding: 0" aria-label="a"></button><button style="inline-size: 8px; block-size: 8px; padding: 0" aria-label="b"></button>', "target-size"),
        (lambda page: axe(page, colours_only=True), '<p style="color: #999">Pale</p>', "color-contrast"),
        (sideways, '<p style="inline-size: 600px">Wide</p>', "sideways"),
        (sideways, '<p style="position: relative; inset-inline-start: -50px">Out</p>', "reaches"),
        (cut, '<p style="inline-size: 40px; overflow: hidden; white-space: nowrap">Cut off words</p>', "cuts"),
        (overlapping, '<button>One</button><button style="margin-inline-start: -30px">Two</button>', "lies over"),
        (small_targets, '<button style="block-size: 30px">Low</button>', "Low"),
        (small_targets, '<input aria-label="x" style="inline-size: 10px">', "is "),
        (motions, "<style>@keyframes go { to { opacity: 0 } } p { animation: go 9s infinite }</style><p>Moves</p>", "<p>"),
        (motions, '<svg width="9" height="9"><rect width="9" height="9"><animate attributeName="x" to="5" dur="9s"/></rect></svg>', "moves"),
        (unseen_choices, '<button style="border: 0">No edge</button>', "no edge"),
        (unseen_choices, '<input type="radio" checked style="opacity: 0" id="r"><label for="r">Same</label>', "looks the same"),
        (english_in, '<div lang="de"><p>What the plan is</p></div>', "What the plan is"),
    ],
)  # fmt: skip
def test_a_bad_page_is_complained_of(looked, look, body, said):
    assert said in " ".join(look(looked(body)))


def test_english_that_says_so_is_well_on_a_german_page(looked):
    assert (
        english_in(looked('<div lang="de"><p lang="en">What the plan is</p><p>Und die Beine</p></div>')) == []
    )


def test_a_focus_that_cannot_be_seen_is_complained_of(looked):
    page = looked("<button style='outline: none'>One</button><button>Two</button>")
    assert "nowhere" in page.evaluate(FOCUS)
    page.keyboard.press("Tab")
    assert "no focus" in page.evaluate(FOCUS)
    page.keyboard.press("Tab")
    assert "no focus" in page.evaluate(FOCUS) or page.evaluate(FOCUS) == ""


def test_what_a_page_may_not_do_is_heard(served, phone_page):
    watch = watched(phone_page, served.url)
    phone_page.goto(f"{served.url}/more")
    assert watch.complaints() == []
    phone_page.evaluate("""() => new Promise((done) => {
        const one = new Image(); one.onerror = done; one.src = 'http://127.0.0.2:9/x.png'; document.body.append(one);
        document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>');
        console.error('told');
    })""")
    heard = " ".join(watch.complaints())
    for part in ("violates", "told"):
        assert part in heard
    phone_page.evaluate(
        "() => new Promise((done) => { document.querySelector('h1').style.marginTop = '300px'; requestAnimationFrame(() => setTimeout(done, 200)); })"
    )
    assert "shifts" in " ".join(watch.complaints())
