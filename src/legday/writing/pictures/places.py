"""Decides how the body is drawn from the waist down for somebody to say where it hurts: every place of each side a link of its own."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from legday.model.sets import Side
from legday.writing.pictures.body_shapes import CONTOURS_BACK, CONTOURS_FRONT
from legday.writing.pictures.place_shapes import (
    BACK_PLACES,
    FOOT,
    FRONT_PLACES,
    HALF,
    LOWER_HALF,
    MIDDLE_PLACES,
    NUMBERS,
    SOLE,
    SPOTS,
    TARGETS,
    TOP,
    legs_apart,
    outwards,
)
from legday.writing.pictures.svg import Drawn, element

GAP = 4.0
NAMES = 20.0
"""Room for the names of the figures and sides."""
NECK = 100.0
"""Lines of the body above this are not drawn."""

Place = tuple[str, Side]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """What the picture is called, and the names on it: the two figures, and a side."""

    title: str
    front: str
    back: str
    sides: Mapping[Side, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePicture:
    """`hurts` are the numbers 0–10 shown on it; `name` says a place, `address` is where its link leads."""

    words: PlaceWords
    name: Callable[[str, Side], str]
    address: Callable[[str, Side], str]
    hurts: Mapping[Place, int]
    chosen: Place | None

    @property
    def chosen_name(self) -> str:
        """The name of the chosen place and side; empty where none is chosen."""
        return self.name(*self.chosen) if self.chosen else ""

    def drawn(self) -> Drawn:
        """The whole `<svg>`: a group of links, front first. The front shows the right side at the left, as one who is looked at stands."""
        width, height = 4 * HALF + GAP, FOOT - TOP + NAMES
        return element(
            "svg",
            element("title", self.words.title, id="places-title"),
            self._figure(front=True, middle=HALF),
            self._figure(front=False, middle=3 * HALF + GAP),
            role="group",
            aria_labelledby="places-title",
            viewBox=f"0 {TOP:g} {width:g} {height:g}",
            class_="places",
            direction="ltr",
        )

    def _figure(self, *, front: bool, middle: float) -> Drawn:
        places = FRONT_PLACES if front else BACK_PLACES
        lines = [d for d in (CONTOURS_FRONT if front else CONTOURS_BACK) if _height(d) > NECK]
        skin = [element("path", d=legs_apart(d), class_="skin") for d in (LOWER_HALF, SOLE)]
        half = [*skin, *(element("path", d=legs_apart(d), fill="none", class_="contour") for d in lines)]
        at_left = Side.RIGHT if front else Side.LEFT
        return element(
            "g",
            element("g", *half),
            element("g", *half, transform="scale(-1 1)"),
            *(self._middle(place, d) for place, d in MIDDLE_PLACES.items() if not front),
            *(
                self._place(place, shapes, side, mirrored=side is at_left)
                for place, shapes in places.items()
                for side in (Side.RIGHT, Side.LEFT)
            ),
            *self._names(self.words.front if front else self.words.back, at_left=at_left),
            transform=f"translate({middle:g} 0)",
        )

    def _names(self, figure: str, *, at_left: Side) -> Iterator[Drawn]:
        at_right = Side.LEFT if at_left is Side.RIGHT else Side.RIGHT
        for words, x, look in (
            (figure, 0.0, "figure-name"),
            (self.words.sides[at_left], -HALF + 22, "side-name"),
            (self.words.sides[at_right], HALF - 22, "side-name"),
        ):
            yield element(
                "text", words, x=x, y=FOOT + NAMES - 5, text_anchor="middle", class_=look, aria_hidden="true"
            )

    def _middle(self, place: str, d: str) -> Drawn:
        x, y = 0.0, NUMBERS[place][1]
        return self._link(place, Side.BOTH, [element("path", d=d)], x=x, y=y)

    def _place(self, place: str, shapes: tuple[str, ...], side: Side, *, mirrored: bool) -> Drawn:
        paths = [element("path", d=legs_apart(d)) for d in shapes]
        if place in TARGETS:
            paths.insert(0, element("path", d=legs_apart(TARGETS[place]), class_="target"))
        if place in SPOTS:
            x, y = SPOTS[place]
            paths.append(element("circle", cx=outwards(x, y), cy=y, r=2.4, class_="spot"))
        x, y = NUMBERS[place]
        x = outwards(x, y) * (-1 if mirrored else 1)
        turned = "scale(-1 1)" if mirrored else None
        return self._link(place, side, [element("g", *paths, transform=turned)], x=x, y=y)

    def _link(self, place: str, side: Side, shapes: list[Drawn], *, x: float, y: float) -> Drawn:
        score = self._score(place, side)
        name = self.name(place, side)
        number = () if score is None else (element("text", str(score), x=x, y=y + 3.6, text_anchor="middle"),)
        return element(
            "a",
            element("title", name),
            *shapes,
            *number,
            href=self.address(place, side),
            class_=f"place hurts-{score}" if score else "place",
            aria_label=name if score is None else f"{name}: {score}",
            aria_current="true" if self.chosen == (place, side) else None,
            data_place=place,
            data_side=side.value,
        )

    def _score(self, place: str, side: Side) -> int | None:
        """What was said of the place on this side, or of both sides where they are not told apart."""
        both = None if side is Side.BOTH else self.hurts.get((place, Side.BOTH))
        score = self.hurts.get((place, side), both if place not in MIDDLE_PLACES else None)
        return score or None


def _height(d: str) -> float:
    """Where a path begins."""
    return float(d.split()[1].split("C", maxsplit=1)[0])
