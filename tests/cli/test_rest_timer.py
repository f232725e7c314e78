"""The rest between sets is counted down, cut short by Enter, and not kept where nobody watches."""

import io

from legday.cli.rest_timer import count_down, rest, rest_words


def test_every_second_is_shown_and_waited():
    shown, waited = [], []

    cut = count_down(3, waits=lambda seconds: bool(waited.append(seconds)), shows=shown.append)

    assert (cut, shown, waited) == (False, [3, 2, 1], [1, 1, 1])


def test_enter_cuts_it_short():
    shown = []

    assert count_down(90, waits=lambda _: len(shown) == 2, shows=shown.append)
    assert shown == [90, 89]


def test_piped_no_rest_is_kept():
    out, waited = io.StringIO(), []

    rest(90, stream=out, waits=lambda seconds: bool(waited.append(seconds)))

    assert (out.getvalue(), waited) == ("", [])


def test_the_rest_is_told_in_minutes():
    assert rest_words(95) == "Rest 1:35, Enter to go on"
