"""Decides what the notation says of gear within reach: things, and weights in all their forms."""

from dataclasses import dataclass, field

from legday.model.quantities import grams_from
from legday.model.runner import Adjustable, Band, Gear, GearKind
from legday.reading.words import NAME, Words

_NUMBERS = r"(\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?)*)\s*(kg|lbs|lb)(?=\s*,|\s|$)"
_WEIGHTED = ("dumbbells", "singles", "kettlebells", "bars", "plates", "backpack")
_THINGS = frozenset(GearKind) - {GearKind.BODY, GearKind.DUMBBELLS, GearKind.KETTLEBELL, GearKind.BARBELL}
_EXAMPLE = (
    "with body, or with bench,dumbbells 5/10 kg,kettlebells 16 kg,bar 20 kg,plates 5/10 kg,band green 12 kg"
)
_ADJUSTABLE_EXAMPLE = "adjustable 2 handles 2 kg plates 1.25/2.5 kg most 20 kg, or adjustable 2 dial 4/6/8 kg"


@dataclass(slots=True)
class _Said:
    """Gear as it is read."""

    things: set[GearKind] = field(default_factory=set)
    weights: dict[str, tuple[int, ...]] = field(default_factory=dict)
    bands: list[Band] = field(default_factory=list)
    adjustables: list[Adjustable] = field(default_factory=list)

    def gear(self) -> Gear:
        bars = self.weights.get("bars", ())
        return Gear(
            dumbbells_g=self.weights.get("dumbbells", ()),
            singles_g=self.weights.get("singles", ()),
            kettlebells_g=self.weights.get("kettlebells", ()),
            bar_g=bars[0] if bars else None,
            more_bars_g=bars[1:],
            plates_g=self.weights.get("plates", ()),
            backpack_g=self.weights.get("backpack", ()),
            bands=tuple(self.bands),
            adjustables=tuple(self.adjustables),
            things=frozenset(self.things),
        )


def gear_words(words: Words) -> Gear | None:
    """The gear after `with`; None where no `with` stands here. NotationError for what is no gear."""
    if not words.said("with"):
        return None
    said = _Said()
    while True:
        _one(words, said)
        if not words.maybe(","):
            return said.gear()


def _one(words: Words, said: _Said) -> None:
    name = words.need(rf"({NAME})(?=\s*,|\s|$)", "is not gear", _EXAMPLE)[1].lower()
    name = "bars" if name == "bar" else name
    if name == "band":
        colour = words.need(r"([^\W\d_][\w-]*)(?!\S)", "is not a colour", "band green 12 kg")[1]
        said.bands.append(Band(colour=colour, grams=_weights(words)[0]))
    elif name == "adjustable":
        said.adjustables.append(_adjustable(words))
    elif name in _WEIGHTED and (weights := _maybe_weights(words, name)):
        said.weights[name] = weights
    elif name != GearKind.BODY:
        said.things.add(_thing(words, name))


def _maybe_weights(words: Words, name: str) -> tuple[int, ...]:
    """The weights of `name`; none after a backpack whose loads are not known."""
    if name == "backpack" and not words.rest[:1].isdigit():
        return ()
    return _weights(words)


def _adjustable(words: Words) -> Adjustable:
    handles = int(words.need(r"([12])(?!\S)", "is not 1 or 2 handles", _ADJUSTABLE_EXAMPLE)[1])
    if words.said("dial"):
        return Adjustable(handles=handles, dial_g=_weights(words))
    words.need(r"handles(?!\S)", "is not handles or dial", _ADJUSTABLE_EXAMPLE)
    handle_g = _weights(words)[0]
    plates_g = _weights(words) if words.said("plates") else ()
    most_g = _weights(words)[0] if words.said("most") else None
    return Adjustable(handles=handles, handle_g=handle_g, plates_g=plates_g, most_g=most_g)


def _thing(words: Words, name: str) -> GearKind:
    if name not in _THINGS:
        raise words.error("is not gear", _EXAMPLE, value=name)
    return GearKind(name)


def _weights(words: Words) -> tuple[int, ...]:
    said = words.need(_NUMBERS, "is not how heavy it is", _EXAMPLE)
    return tuple(grams_from(float(one), said[2].lower(), place=words.place) for one in said[1].split("/"))
