"""Decides which exercise each set that a watch recorded was, and which of them only the runner can name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from legday.model.exercises import Exercise
from legday.model.lift_names import OTHER, UNNAMED, LiftNames
from legday.model.runs import RecordedSet

UNSAID = frozenset({None, 65534, 65535})
"""Categories and names by which a watch says that it does not know."""
LEG_CATEGORIES: Mapping[int, str] = {
    1: "calf raise",
    8: "deadlift",
    10: "hip raise",
    11: "hip stability",
    12: "hip swing",
    15: "leg curl",
    17: "lunge",
    20: "jump",
    28: "squat",
}
"""What the legs do, by the categories of the public FIT profile."""
BARE_WORDS: Mapping[tuple[int | None, int | None], str] = {(17, 32): "lunge"}
"""Names that watches use for a whole category; every other name means that very exercise."""
WARM_UP_CATEGORY = 31

Kind = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What one kind of recorded sets is called: an exercise, or a name that no exercise has, with the exercises it may be.

    `sets` are their places in the recording, `category` and `number` what the watch said (None = nothing). `likely` the likeliest first;
    where nothing has to be asked it is empty.
    """

    sets: tuple[int, ...]
    name: str
    category: int | None = None
    number: int | None = None
    likely: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """What the watch called it, in a word; empty where it did not know."""
        return LEG_CATEGORIES.get(self.category, "") if self.category is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetNamer:
    """Names recorded sets by the numbers of the public FIT profile and by the exercises planned that day, in their order."""

    exercises: Mapping[str, Exercise]
    names: LiftNames = field(default_factory=LiftNames)

    def exact(self, kind: Kind) -> tuple[str, ...]:
        """The exercises that have these very numbers."""
        own = (name for name, one in self.exercises.items() if (one.fit.category, one.fit.name) == kind)
        category, name = kind
        further = "" if category is None or name is None else self.names.fit.get((category, name), "")
        return tuple(dict.fromkeys([*own, *([further] if further in self.exercises else [])]))

    def named(self, sets: Sequence[RecordedSet], planned: Sequence[str] = ()) -> tuple[Naming, ...]:
        """The sets by what they are called, in the order of their first set; warm-ups and work for other parts of the body left out.

        Exact numbers first, unless the plan held another exercise of the same category that was not recorded: then the one of its name
        where the watch says the bare word (a walking lunge for a lunge); then the category alone
        where one planned exercise has it; then the plan's order, where as many stretches are open as exercises. The rest is asked.
        """
        stretches = _stretches(sets)
        sure = {_kind(one): self._sure(_kind(one), planned) for one in sets}
        open_plan = [name for name in planned if name not in sure.values()]
        groups = [
            group
            for kind, mine in stretches.items()
            for group in self._groups(kind, mine, open_plan, planned)
        ]
        left = [name for name in open_plan if name not in {group.taken for group in groups}]
        named: list[Naming] = []
        for group in sorted(groups, key=lambda group: group.sets[0]):
            beside = [
                sure[_kind(sets[at])] for at in (group.sets[0] - 1, group.sets[-1] + 1) if 0 <= at < len(sets)
            ]
            likely = () if sure[group.kind] in planned or group.taken else self._likely(group.kind, left)
            found = self._naming(group, sure[group.kind], likely, beside, number=len(named) + 1)
            if found is not None:
                named.append(found)
        return tuple(named)

    def _naming(
        self, group: "_Group", sure: str, likely: Sequence[str], beside: Sequence[str], *, number: int
    ) -> Naming | None:
        """What a group is called. Sets of no kind may also be of an exercise `beside` them; what nobody can name is `number`ed."""
        kind = group.kind
        name = group.taken or ("" if likely else sure)
        choices: tuple[str, ...] = ()
        if not name and (likely or self._worth_asking(kind)):
            near = self._akin(kind) if kind[0] is not None else filter(None, beside)
            choices = tuple(dict.fromkeys([*likely, *self.exact(kind), *near]))
            name = _numbered(f"{UNNAMED}-{number}", kind)
        elif not name and kind[0] in LEG_CATEGORIES:
            name = _numbered(OTHER, kind)
        if not name:
            return None
        return Naming(sets=group.sets, name=name, category=kind[0], number=kind[1], likely=choices)

    def _groups(
        self,
        kind: Kind,
        stretches: Sequence[tuple[int, ...]],
        open_plan: Sequence[str],
        planned: Sequence[str],
    ) -> Iterator["_Group"]:
        """Sets of one kind together, wherever they stand; stretches apart where nothing is known, or where the plan's order tells them."""
        mine = self._likely(kind, open_plan) if kind[1] is None else self._meant(kind, open_plan, planned)
        if kind[0] is None:
            yield from (_Group(kind, places) for places in stretches)
        elif kind[1] is None and len(mine) > 1 and len(mine) == len(stretches):
            yield from (_Group(kind, places, name) for places, name in zip(stretches, mine, strict=True))
        else:
            places = tuple(place for stretch in stretches for place in stretch)
            yield _Group(kind, places, mine[0] if len(mine) == 1 else "")

    def _meant(self, kind: Kind, open_plan: Sequence[str], planned: Sequence[str]) -> tuple[str, ...]:
        """Planned exercises that the bare word of their category may stand for: a watch without a walking lunge says lunge."""
        word = BARE_WORDS.get(kind, "")
        if not word or word in planned:
            return ()
        return tuple(name for name in self._likely(kind, open_plan) if name.endswith(f"-{word}"))

    def _sure(self, kind: Kind, planned: Sequence[str]) -> str:
        """The one exercise of these numbers, or the one of several that was planned; empty where there is none."""
        found = self.exact(kind)
        among = [name for name in found if name in planned] if len(found) > 1 else found
        return among[0] if len(among) == 1 else ""

    def _likely(self, kind: Kind, open_plan: Sequence[str]) -> tuple[str, ...]:
        """Planned exercises that nothing exact was recorded of and that these sets may be."""
        if kind[0] is None:
            return tuple(open_plan)
        return tuple(name for name in open_plan if self.exercises[name].fit.category == kind[0])

    def _akin(self, kind: Kind) -> tuple[str, ...]:
        return tuple(name for name, one in self.exercises.items() if one.fit.category == kind[0])

    def _worth_asking(self, kind: Kind) -> bool:
        """A category without a name, several exercises of one number, or nothing at all; a name that is none of ours is none."""
        category, name = kind
        return category is None or (
            category in LEG_CATEGORIES and (name is None or len(self.exact(kind)) > 1)
        )


@dataclass(frozen=True, slots=True)
class _Group:
    """Sets that are named together, and the exercise that category and plan give them."""

    kind: Kind
    sets: tuple[int, ...]
    taken: str = ""


def _stretches(sets: Sequence[RecordedSet]) -> dict[Kind, list[tuple[int, ...]]]:
    """The places of sets that follow one another, by kind; where the name is not known a new weight begins a new stretch."""
    found: dict[Kind, list[tuple[int, ...]]] = {}
    for (kind, _), members in groupby(enumerate(sets), key=lambda one: (_kind(one[1]), _weight(one[1]))):
        if kind[0] != WARM_UP_CATEGORY:
            found.setdefault(kind, []).append(tuple(at for at, _ in members))
    return found


def _kind(one: RecordedSet) -> Kind:
    category = None if one.category in UNSAID else one.category
    return category, None if category is None or one.name in UNSAID else one.name


def _weight(one: RecordedSet) -> int | None:
    """What parts sets of no kind from each other."""
    return one.weight_g if one.category in UNSAID or one.name in UNSAID else None


def _numbered(word: str, kind: Kind) -> str:
    return "-".join([word, *(str(number) for number in kind if number is not None)])
