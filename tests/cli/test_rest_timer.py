"""The rest between sets is counted down, cut short by Enter, and not kept where nobody watches."""

import io

from legday.cli.rest_timer import count_down, rest, rest_words


def test_every_second_is_shown_and_waited():
    shown, waited = [], []

    cut = count_down(3, waits=waited.append, shows=shown.append)

    assert (cut, shown, waited) == (None, [3, 2, 1], [1, 1, 1])


def test_a_line_cuts_it_short_and_is_kept():
    shown = []

    typed = count_down(90, waits=lambda _: "8 rir 1\n" if len(shown) == 2 else None, shows=shown.append)

    assert (typed, shown) == ("8 rir 1\n", [90, 89])


def test_piped_no_rest_is_kept():
    out, waited = io.StringIO(), []

    typed = rest(90, stream=out, waits=waited.append)

    assert (typed, out.getvalue(), waited) == ("", "", [])


def test_the_rest_is_told_in_minutes():
    assert rest_words(95) == "Rest 1:35, Enter to go on"
