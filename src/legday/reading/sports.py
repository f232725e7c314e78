"""Decides which sport the words and numbers of files mean."""

import re

from legday.model.runs import Sport

_WORDS: dict[Sport, tuple[str, ...]] = {
    Sport.RUN: ("run", "running", "jog", "jogging", "treadmill", "treadmillrunning", "treadmillrun", "trailrun",
                "trailrunning", "virtualrun", "trackrunning", "streetrunning", "indoorrunning", "ultrarun", "9"),
    Sport.WALK: ("walk", "walking", "10", "speedwalking", "casualwalking", "nordicwalking"),
    Sport.HIKE: ("hike", "hiking", "mountaineering", "4", "trekking", "snowshoe", "snowshoeing"),
    Sport.RIDE: ("ride", "riding", "bike", "biking", "cycling", "virtualride", "ebikeride", "ebiking", "mountainbikeride",
                 "gravelride", "roadbiking", "mountainbiking", "gravelcycling", "indoorcycling", "spinning", "1",
                 "roadcycling", "velomobile", "handcycle"),
    Sport.SWIM: ("swim", "swimming", "openwaterswimming", "lapswimming", "poolswim"),
    Sport.ROW: ("row", "rowing", "indoorrowing", "virtualrow", "kayaking", "canoeing", "paddling", "standuppaddling"),
    Sport.SKI: ("ski", "crosscountryskiing", "nordicski", "alpineskiing", "alpineski", "backcountryski", "rollerski",
                "snowboarding", "snowboard", "skiing", "rollerskiing"),
    Sport.YOGA: ("yoga", "pilates", "flexibilitytraining", "stretching"),
    Sport.STRENGTH: ("strength", "strengthtraining", "weighttraining", "weightlifting", "crossfit"),
    Sport.OTHER: ("other", "generic", "workout", "training", "fitnessequipment", "elliptical", "stairstepper", "hiit",
                  "multisport", "cardiotraining", "indoorcardio"),
}  # fmt: skip
_SPORTS = {word: sport for sport, words in _WORDS.items() for word in words}
_RACE = re.compile(
    r"(?<!pre-)(?<!post-)\brace\b(?! (?:pace|prep|week|simulation|rehearsal|plan))|\bparkrun\b", re.IGNORECASE
)


def sport_of(words: str) -> Sport | None:
    """The sport a word means ("Trail Run", "trail_running", "9"); None where the word is empty or unknown."""
    return _SPORTS.get(re.sub(r"[^a-z0-9]", "", words.lower()))


def fit_sport(sport: str, sub_sport: str) -> Sport:
    """The sport of a FIT session: a telling sub-sport ("strength_training") goes before a vague sport ("training")."""
    broad = sport_of(sport) or Sport.OTHER
    return (sport_of(sub_sport) or broad) if broad is Sport.OTHER else broad


def says_race(title: str) -> bool:
    """True where a title calls the run a race; "race pace" and "race week" do not."""
    return bool(_RACE.search(title))
