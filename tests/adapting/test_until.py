"""What ends an easing."""

from felt_words import day_of, hurting
from felt_words import held as held_by
from legday.model.easing import ILLNESS, Decision, Easing, Until


def test_an_easing_ends_on_a_day_with_the_runners_word_or_with_a_clinicians():
    bone = [one.until for one in held_by(hurting("tue shin-spot left 2"), "tue")]
    assert Until.CLEARED in bone
    tendon = held_by(hurting("tue achilles left 3"), "tue")
    assert {one.until for one in tendon} == {Until.DAY}
    ill = Easing(rule=ILLNESS, decision=Decision.PAUSE, first=day_of("tue"), last=None, why="Ill.")
    assert ill.until is Until.WELL
