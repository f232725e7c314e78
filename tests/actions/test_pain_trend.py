"""How the pain of each place is followed."""

from felt_words import day_of, hurting
from legday.actions.pain_trend import pain_trends
from legday.model.sets import Side


def test_each_place_and_side_has_its_own_trend_the_one_said_last_first():
    log = hurting("mon achilles left 4", "tue calf right 2", "wed achilles left 2").log
    trends = pain_trends(log, today=day_of("thu"))
    assert [(one.place, one.side) for one in trends] == [("achilles", Side.LEFT), ("calf", Side.RIGHT)]


def test_of_several_words_of_a_day_the_worst_is_drawn():
    log = hurting("mon achilles left 4", "mon achilles left 2", "tue achilles left 1").log
    (trend,) = pain_trends(log, today=day_of("tue"))
    assert trend.worst == ((day_of("mon"), 4), (day_of("tue"), 1))


def test_what_lies_more_than_six_weeks_behind_or_never_hurt_is_not_followed():
    log = hurting("mon achilles left 4", "w7 tue calf right 0").log
    assert pain_trends(log, today=day_of("w7 tue")) == ()
    assert [one.place for one in pain_trends(log, today=day_of("w7 mon"))] == ["achilles"]
