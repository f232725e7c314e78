"""Decides what the title of a planned run means: rest, other sport, or a run of a kind, how far or long."""

import re
from dataclasses import dataclass

from legday.model.runner import Units
from legday.model.runs import RunKind
from legday.reading.run_amounts import STRIDES, Amount, cleaned, find_amount


@dataclass(frozen=True, slots=True, kw_only=True)
class RunTitle:
    """What a title says. `kind` None: no run on this line (rest, other sport)."""

    kind: RunKind | None
    metres: int | None = None
    minutes: int | None = None
    race_pace: bool = False


NO_RUN = RunTitle(kind=None)

PREFIX = re.compile(
    r"^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[\s:,-]*"
    r"|(?:week|wk|w)\s*\d+[\s:,./-]*(?:(?:day|d)\s*\d+)?[\s:,./-]*"
    r"|(?:day|d)\s*\d+[\s:,./-]+)+"
)
"""What only says when: weekday, week and day numbers."""

REST = re.compile(
    r"^(?:(?:complete|total|full|active)\s+)?(?:rest|off|day off|no run(?:ning)?|travel|holiday)\b(?!-)|^-+$"
)

OTHER_SPORT = re.compile(
    r"\b(?:cross(?:[- ]?train\w*)?|x-?t(?:rain\w*)?|bik(?:e|ing)|cycl\w+|ride|spin(?:ning)?|swim\w*|elliptical|row(?:ing|er)?|aqua\w*"
    r"|yoga|pilates|strength|weights?|lift(?:ing)?|gym|core|stretch\w*|mobility|foam roll\w*|walk|hik(?:e|ing)|ski\w*)\b"
)
RUN_WORDS = re.compile(
    r"\b(?:run\w*|jog\w*|tempo|intervals?|long|strides?|fartlek|race|parkrun|threshold|repeats?|recovery|progression|lt|ga|mlr?)\b"
)

EASY_PARKRUN = re.compile(r"\b(?:easy|recovery|jog\w*|gentle|steady)\b")
RUN_WALK = re.compile(r"\brun\w*\b.*\bwalk|\bwalk\w*\b.*\brun")

RUN_WALK_COURSE = re.compile(r"\b(?:couch|zero) ?(?:to|-) ?(?:the )?\d+ ?km?\b|\bc25k\b")
"""A course for beginners is named after its goal: "Couch to 5k" is runs with walks, not five kilometres."""

ABOUT = re.compile(r"\b(?:about|regarding|re|concerning|for|before|after)\b")
"""What comes before these is what the title is of: "Meeting about long run"."""

RACE_NAME = re.compile(r"\b(?:marathon|parkrun|race|10 ?km?)\W*(?:20\d\d)?\W*$")
"""Names of races may be all strange words, but end in what they are: "Virgin Money London Marathon 2027"."""

RACE_PACE = re.compile(
    r"\bg?mp\b|\bhmp\b|\b(?:half[- ])?marathon[- ](?:goal )?(?:pace|effort)|\b(?:goal|race)[- ](?:pace|effort)|\brp\b"
    r"|(?:@|\bat)\s*(?:m|hm|marathon|half(?:[- ]marathon)?)\b|(?:^|\d\s*(?:mi|miles?|m|km|k)?\s)pace\b|\bpace run\b"
)

SHORT_RACE_PACE = re.compile(r"\b(?:3|5|10|15)\s?km?[\s-]*(?:race )?pace")

KINDS: tuple[tuple[RunKind, re.Pattern[str]], ...] = (
    (
        RunKind.RACE,
        re.compile(
            r"\brace\b(?![\s-]*(?:pace|prep|plan|effort|simulation|specific|rehearsal|week))|\bparkrun\b|\btune[- ]?up\b|\bcompetition\b"
        ),
    ),
    (RunKind.EASY, RUN_WALK),
    (
        RunKind.LONG,
        re.compile(
            r"\blong\b(?!\s*(?:intervals?|tempo|hills?|reps|repeats?|warm)\b)|\bm?lr\b|\blsd\b|\bendurance\b|\bml\b"
        ),
    ),
    (
        RunKind.QUALITY,
        re.compile(
            r"\btempo|\bthreshold|\blt\b|\blactate|\binterval|\brepeat|\breps?\b|\bvo2|\bfartlek|\bhills?\b|(?<!the )\btrack\b|\bspeed"
            r"|\bcruise\b|\bprogressi(?:on|ve)|\btime trial|\btt\b|\bpyramid|\bladder|\byasso|\bsurges?\b|\bpick-?ups?\b|\bsprints?\b"
            r"|\b\d{3,4}s\b|\bfast\b|\bover-?unders?\b|\bcut-?downs?\b|\bcritical velocity|\bcv\b|\bhard\b"
            r"|\b\d+\s*x\s*\(?(?:\d|hill|mile|k\b|min)|(?:@|\bat)\s*(?:(?:3|5|10)\s*km?|[tir])\b|\b(?:3|5|10|15)\s?km?[\s-]*(?:race )?pace"
        ),
    ),
    (RunKind.QUALITY, RACE_PACE),
    (RunKind.RECOVERY, re.compile(r"\brecovery|\brec\b|\bshake[- ]?out|\bregenerat")),
    (
        RunKind.EASY,
        re.compile(
            r"\beasy|\bga\b|\bgeneral aerobic|\baerobic|\bbase\b|\bjog|\bstrides?\b|\bmoderate|\bsteady|\bconversational|\bfoundation"
            r"|\bgentle|\brelaxed|\bcomfortable|\be\b|\bwarm[- ]?up|\bz(?:one)?\s?[12]\b|\brun(?:ning)?\b"
        ),
    ),
    (RunKind.RACE, re.compile(r"\bmarathon\b(?![\s-]*(?:training|plan|specific|prep|shape))")),
)
"""The grammar of kinds: the first that is found wins."""

RACE_METRES = (
    (re.compile(r"\bhalf[- ]?marathon\b|\bhalf\b|\bhm\b"), 21_098),
    (re.compile(r"\bmarathon\b"), 42_195),
    (re.compile(r"\bparkrun\b"), 5_000),
)

SURE_WORDS = re.compile(
    r"\b(?:jog\w*|running|tempo|intervals?|fartlek|parkrun|strides?|threshold|vo2\w*|lt|mlr|lr|lsd|ga|repeats?|reps|yassos?|shake[- ]?out|marathon|mp|hmp)\b"
    r"|\b\d+\s*x\s*\(?\d|\b(?:easy|long|recovery|slow|steady|morning|evening|lunch|club|group|social|trail|road|hilly|base|aerobic)(?: \w+)? runs?\b"
)
"""Words that hardly anything but a run is named with."""

NO_BEGINNING = re.compile(r"running\b|marathon\b|lt\b|ga\b")
"""Sure words that do not make a title a run by standing first: "Running shoes return deadline"."""

WORDS_ABOUT_RUNNING = """
    long hard track speed speedwork work steady state base hill hills hilly pace progression progressive race recovery easy aerobic general
    endurance medium warm warmup cool cooldown down the and with then plus total about approx around for from into over after before last first
    final each every half goal effort zone min mins minute minutes hour hours mile miles miler milers mi km kms kilometers kilometres kilometer
    kilometre metres meters sec secs seconds moderate gentle relaxed comfortable conversational foundation sprint sprints surge surges ladder
    pyramid cruise fast finish finishing negative split time trial trail road treadmill flat rolling outdoor indoor very optional day week max
    lactate critical velocity run runs rest between off jogging walk walking slow strong quick light tune-up tune up competition regeneration
    session workout training active taper sharpening drills cutdown cutdowns pickups pick ups repeat hmp heart rate bpm rpe monday tuesday
    wednesday thursday friday saturday sunday morning evening
"""
KNOWN_WORDS = frozenset(WORDS_ABOUT_RUNNING.split())


def read_title(title: str, *, unit: Units) -> RunTitle | None:
    """What a title says, None where it is not understood. `unit` is that of bare numbers.

    Of alternatives ("Rest or cross-train", "5 mi or bike") the first speaks; other sports named beside a run are left out.
    """
    text = RUN_WALK_COURSE.sub("run/walk", PREFIX.sub("", cleaned(title)))
    if not text or REST.match(text):
        return NO_RUN
    first = _runs_of(re.split(r"\s+or\s+(?!\d)", text)[0])
    if not first:
        return NO_RUN
    amount = find_amount(first, unit)
    if not amount.known:
        amount = find_amount(_runs_of(text), unit)
    kind = _kind(first) or (RunKind.EASY if amount.known and not _strange(first) else None)
    if kind is None or (amount.metres is None and _doubtful(first)):
        return None
    return _whole(kind, first, amount)


def _whole(kind: RunKind, text: str, amount: Amount) -> RunTitle:
    metres = amount.metres
    if not amount.known and (kind is RunKind.RACE or "parkrun" in text):
        metres = next((length for name, length in RACE_METRES if name.search(text)), None)
    race_pace = kind is not RunKind.RACE and bool(RACE_PACE.search(SHORT_RACE_PACE.sub(" ", text)))
    return RunTitle(kind=kind, metres=metres, minutes=amount.minutes, race_pace=race_pace)


def _runs_of(text: str) -> str:
    """The parts of a title that are about running, joined as they were."""
    if RUN_WALK.search(text):
        return text
    parts = re.split(r"(\+|,|;|&|/(?=\s)|\band\b)", text)
    kept = ""
    for part, joint in zip(parts[::2], ["", *parts[1::2]], strict=True):
        if part.strip() and (RUN_WORDS.search(part) or not OTHER_SPORT.search(part)):
            kept += joint + part if kept else part
    return kept.strip()


def _kind(text: str) -> RunKind | None:
    without_strides = STRIDES.sub(" strides ", text)
    easy_parkrun = "parkrun" in text and EASY_PARKRUN.search(text)
    for kind, pattern in KINDS:
        if pattern.search(without_strides) and not (kind is RunKind.RACE and easy_parkrun):
            return kind
    return None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{3,}", text)


def _unknown(text: str) -> list[str]:
    return [word for word in _words(text) if word not in KNOWN_WORDS and not SURE_WORDS.fullmatch(word)]


def _strange(text: str) -> bool:
    return bool(_unknown(text))


def _doubtful(text: str) -> bool:
    """Beside words nobody knows, only words that mean other things too, or too few of running, or running as a mere topic.

    "Long meeting"; "Marathon des Sables documentary night"; "Meeting about long run".
    """
    if not _strange(text):
        return False
    mostly = 2 * len(_unknown(text)) > len(_words(text))
    named = RACE_NAME.search(text) or (SURE_WORDS.match(text) and not NO_BEGINNING.match(text))
    return not SURE_WORDS.search(text) or (mostly and not named) or _of_another_thing(text)


def _of_another_thing(text: str) -> bool:
    about = ABOUT.search(text)
    head = text[: about.start()] if about else ""
    return _strange(head) and not RUN_WORDS.search(head) and not SURE_WORDS.search(head)
