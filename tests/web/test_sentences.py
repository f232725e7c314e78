"""What the planner writes reads in German: as a whole or not at all, with its numbers, and with the runner's own words left as they are."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from jinja2 import Environment

from drawn_lives import lives, state_in
from drawn_runners import MONDAY, profiles, state_of
from legday.actions.plan_legs import plan_legs
from legday.catalogue.reader import read_catalogue
from legday.planning.check import check
from legday.planning.compare import compare
from legday.running.outlook import make_outlook
from legday.web.telling import told, with_sentences
from legday.web.wording import wordings
from planner_words import badly_read, changed, german, said_in, said_of
from rule_cases import CASES

CATALOGUE = read_catalogue()
WORDS = with_sentences(wordings(), CATALOGUE)
WEEKS = 6
HELD_BACK = {"pain-gate", "red-flag-lock", "readiness", "illness"}
"""Rules whose cases hold reasons that only a test would give."""


@pytest.mark.parametrize(
    ("english", "own"),
    [
        # one sentence, and one after another
        ("You put it here.", "Du hast sie hierher gelegt."),
        (
            "72 h after the leg session before it. Friday has no run: the legs are fresh.",
            "72 h nach der Beineinheit davor. Am Freitag ist kein Lauf: Die Beine sind frisch.",
        ),
        # a part of a sentence stays one: no capital, no full stop
        (
            "the session of Tuesday 24 Nov has 0 exercises on one leg; 1 at least",
            "die Einheit vom Dienstag, 24. November, hat 0 Übungen auf einem Bein; mindestens 1",
        ),
        # what ends differently is another sentence
        (
            "Only 20 h from the session of Tuesday 24 Nov; 48 h are needed.",
            "Nur 20 h zur Einheit vom Dienstag, 24. November; nötig sind 48 h.",
        ),
        (
            "Only 20 h from the session of Tuesday 24 Nov; 72 h are needed after a session new to the legs.",
            "Nur 20 h zur Einheit vom Dienstag, 24. November; nötig sind 72 h nach einer Einheit, die neu für die Beine ist.",
        ),
        # runs in the case that German asks for
        ("20 h before the long run on Sunday.", "20 h vor dem langen Lauf am Sonntag."),
        (
            "On the day of the race run, whose hour is not known.",
            "Am Tag des Rennens, dessen Uhrzeit nicht bekannt ist.",
        ),
        # several, with "and", and with decimals
        (
            "the week of 23 Nov: hamstrings 1.25, soleus 1.75 and glute-max 3; between 4 and 18 sets",
            "die Woche vom 23. November: Oberschenkel hinten 1,25, untere Wade 1,75 und großer Gesäßmuskel 3; gemeint sind 4 bis 18 Sätze",
        ),
        # parts within parts
        (
            "Squat: 2 × 12.5 kg dumbbells: up from 20 kg in all (+25 %).",
            "Kniebeuge: 2 Kurzhanteln zu je 12,5 kg: mehr als die insgesamt 20 kg von zuletzt (+25 %).",
        ),
        (
            "Bar + 2 × 5 + 1.25 kg a side: back to 3 sets instead of 2; the next weight is 50 % heavier, so repetitions first.",
            "Stange + 2 × 5 + 1,25 kg je Seite: wieder 3 Sätze statt 2; das nächste Gewicht ist 50 % schwerer, darum zuerst mehr Wiederholungen.",
        ),
        (
            "Foundation: learn the movements and get the tissues used to them; the race is in 20 weeks; easy first weeks.",
            "Grundlage: die Bewegungen lernen und das Gewebe daran gewöhnen; das Rennen ist in 20 Wochen; leichte erste Wochen.",
        ),
        (
            "Nothing of its menu can be done: achilles tendon, left, 6 of 10: over the limit of 5. 2 steps back.",
            "Nichts von dem, was sie enthielte, lässt sich machen: Achillessehne, links, 6 von 10: über der Grenze von 5. 2 Schritte zurück.",
        ),
        (
            "New to the legs, and the long run on Sunday 09:00 is 30 h away, fresh legs need 48 h.",
            "Neu für die Beine, und bis zum langen Lauf am Sonntag um 09:00 Uhr sind es 30 h, frische Beine brauchen 48 h.",
        ),
        (
            (
                "the session of Tuesday 24 Nov has jumps: Calf, right, 6 of 10: over the limit of 3. 2 steps back; Legs sore 5 of 10 (4 or more). "
                "60 % of the sets on Tuesday 24 Nov, 1 more in reserve, 4 at most"
            ),
            (
                "die Einheit vom Dienstag, 24. November, enthält Sprünge: Wade, rechts, 6 von 10: über der Grenze von 3. 2 Schritte zurück; "
                "Muskelkater 5 von 10 (4 oder mehr). 60 % der Sätze am Dienstag, 24. November, 1 mehr in Reserve, höchstens 4"
            ),
        ),
        # exercises by their names and by their ids, rules by their titles
        ("dose: calf-raise 3 × 12 → 2 × 12 at 10 kg", "andere Dosis: Wadenheben 3 × 12 → 2 × 12 mit 10 kg"),
        (
            "Do not run until a clinician has cleared it (rule red-flag-lock).",
            "Lauf nicht, bis es ärztlich freigegeben ist (Regel „Zeichen, die alles stoppen“).",
        ),
        # the runner's own words, whatever they hold
        ("You skipped it (travel).", "Du hast sie ausgelassen (unterwegs)."),
        (
            "You skipped it ({day} (x) and \\1 <b>y</b>).",
            "Du hast sie ausgelassen ({day} (x) and \\1 <b>y</b>).",
        ),
    ],
)
def test_a_sentence_reads_in_german(english, own):
    assert german().told(english) == own


@pytest.mark.parametrize(
    "english",
    [
        "",
        "The moon is made of cheese.",
        "You put it here. The moon is made of cheese.",
        "The moon is made of cheese. You put it here.",
        "Only many hours from the session of Tuesday 24 Nov; 48 h are needed.",
        "Moon dance instead of squat, which you have outgrown.",
        "Nothing of its menu can be done: the moon.",
        "You put it here. " * 180,
        "a" * 100_000,
        "Bodyweight: " * 200,
        "a, b and c: " * 90,
    ],
)
def test_what_is_not_known_whole_is_not_told_at_all(english):
    assert german().told(english) is None


def printed(text: str, language: str, filters: str = "told") -> str:
    """What a template prints of the planner's words."""
    environment = Environment(autoescape=True)
    environment.filters["told"] = told
    return environment.from_string(f"{{{{ text | {filters} }}}}").render(text=text, words=WORDS[language])


def test_a_page_marks_as_english_only_what_its_language_cannot_say():
    assert printed("You put it here.", "de") == "Du hast sie hierher gelegt."
    assert printed("The moon.", "de") == '<span lang="en">The moon.</span>'
    assert printed("The moon.", "en") == "The moon."


def test_what_a_runner_wrote_is_escaped_in_every_language():
    said = "You skipped it (<b>keys</b> & {name})."
    own = "(&lt;b&gt;keys&lt;/b&gt; &amp; {name})"
    assert printed(said, "de") == f"Du hast sie ausgelassen {own}."
    assert printed(said, "en") == f"You skipped it {own}."


def test_a_part_of_a_sentence_can_stand_alone():
    part = "only 20 h after the session of Monday; leg sessions need 48 h"
    told_alone = "Nur 20 h nach der Einheit vom Montag; Beineinheiten brauchen 48 h"
    assert printed(part, "de", "told(first=true)") == told_alone
    assert printed("the rule `x`", "en", "told(first=true)") == "The rule x"


def test_no_tick_of_a_command_is_left_on_a_page():
    said = "Comes back when you say so: `legday well`."
    assert printed(said, "en") == printed(said, "en", "told(first=true)") == said.replace("`", "")


@pytest.mark.parametrize(
    ("language", "read"),
    [
        ("en", "Of the openings you gave (none), the rule “Time between leg sessions” leaves no more."),
        ("de", "die Regel „Zeit zwischen Beineinheiten“"),
    ],
)
def test_a_rule_is_called_by_its_title(language, read):
    said = "Week of 1 Dec: 0 of 2 sessions fit. Of the openings you gave (none), the rule `leg-spacing` leaves no more."
    assert read in printed(said, language)


def test_a_rule_in_brackets_is_called_by_its_title_too():
    said = "Do not run until a clinician has cleared it (rule red-flag-lock)."
    assert printed(said, "en").endswith("(rule “Signs that stop everything”).")


@pytest.mark.parametrize("rule", sorted(set(CASES) - HELD_BACK))
def test_what_breaks_a_rule_reads_in_german(rule):
    case = CASES[rule].breaks
    found = check(case.plan, case.state, case.outlook, CATALOGUE)
    assert badly_read(one.words for one in found) == []


@settings(
    phases=[Phase.explicit, Phase.generate],
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(profiles, lives)
def test_whatever_is_planned_and_whatever_changes_reads_in_german(profile, life):
    state, outlook = state_of(profile, today=MONDAY, weeks=WEEKS)
    first = plan_legs(state, outlook, CATALOGUE, today=MONDAY, weeks=WEEKS)
    now = state_in(state, first, life, today=MONDAY)
    later = make_outlook(profile, (), (), today=MONDAY, weeks=WEEKS)
    plan = plan_legs(now, later, CATALOGUE, today=MONDAY, weeks=WEEKS)
    changes = compare(first, plan, state=now, rulebook=CATALOGUE.rulebook)
    said = [*said_in(first), *said_in(plan), *changed(changes), *said_of(now.easings)]
    assert badly_read(said) == []
