"""Decides how a stage is solved: whole numbers, tiers in strict order, one worker, the same answer every time.

The compiled layer of OR-Tools is used directly: it loads in a tenth of a second, the public Python module in six times that
(docs/decisions/0007-compiled-solver-layer.md).
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model_helper

from legday.model.plan import SolverStage

Term = tuple[int, int]
"""(coefficient, variable); a variable is its index in the model."""

UNBOUNDED = 2**40
"""Wider than any sum a stage can make."""

EXACT_LIMIT = 2**46
"""Tiers are folded into one objective while their weights stay below this, else solved one after the other."""

EFFORT = 20.0
"""Deterministic seconds a solve may take: counted work, not clock time, so that every machine stops at the same answer."""

_FOUND = frozenset({cp_model_helper.OPTIMAL, cp_model_helper.FEASIBLE})

QUICK_EFFORT = 0.05
"""What tiers folded into one objective may take. Nearly all end sooner; the few that do not are proven tier by tier, which for them is
a hundred times quicker (0.2 s where the folded objective took 12)."""


@dataclass(frozen=True, slots=True)
class Tier:
    """One thing to minimise, of one rank: a sum of terms, none of which may get negative coefficients."""

    name: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Solved:
    """A solution: `values[v]` of each variable, and how each tier came out."""

    values: tuple[int, ...]
    stages: tuple[SolverStage, ...]

    def chosen(self, variable: int) -> bool:
        return self.values[variable] != 0


@dataclass(frozen=True, slots=True)
class _Answer:
    """One search: the best assignment found (None without one), whether it or that there is none is proven, and how low a better one
    could be."""

    values: tuple[int, ...] | None
    proven: bool
    bound: int
    ms: int


@dataclass(slots=True)
class Model:
    """A model being written: variables with bounds, linear constraints, hints."""

    bounds: list[tuple[int, int]] = field(default_factory=list)
    rows: list[tuple[list[int], list[int], int, int]] = field(default_factory=list)
    hints: dict[int, int] = field(default_factory=dict)

    def integer(self, low: int, high: int) -> int:
        self.bounds.append((low, high))
        return len(self.bounds) - 1

    def boolean(self) -> int:
        return self.integer(0, 1)

    def require(self, terms: Sequence[Term], *, low: int = -UNBOUNDED, high: int = UNBOUNDED) -> None:
        """low ≤ Σ coefficient × variable ≤ high."""
        self.rows.append(([variable for _, variable in terms], [factor for factor, _ in terms], low, high))

    def slack(self, terms: Sequence[Term], *, low: int) -> int:
        """A variable ≥ 0 that makes up what Σ terms lacks of `low`."""
        short = self.integer(0, max(0, low - self.least(terms)))
        self.require([*terms, (1, short)], low=low)
        return short

    def excess(self, terms: Sequence[Term], *, high: int) -> int:
        """A variable ≥ 0 that takes what Σ terms has over `high`."""
        over = self.integer(0, max(0, self.most(terms) - high))
        self.require([*terms, (-1, over)], high=high)
        return over

    def least(self, terms: Sequence[Term]) -> int:
        return sum(factor * self.bounds[variable][0 if factor > 0 else 1] for factor, variable in terms)

    def most(self, terms: Sequence[Term]) -> int:
        return sum(factor * self.bounds[variable][1 if factor > 0 else 0] for factor, variable in terms)

    def minimise(self, tiers: Sequence[Tier], *, stage: str) -> Solved | None:
        """Minimises the tiers in strict order; None where no assignment exists.

        Neighbouring tiers are folded into one objective while their weights keep the order exactly (each tier's weight exceeds
        all that the tiers below it can add up to); groups too wide to fold, or too hard to prove folded, are solved one after the
        other, each fixed for the next.
        """
        stages: list[SolverStage] = []
        values: tuple[int, ...] = ()
        kept_rows = len(self.rows)
        to_solve = deque(self._groups(tiers) or [[]])
        lost_ms = 0
        while to_solve:
            group = to_solve.popleft()
            answer = self._solve(_folded(group), effort=QUICK_EFFORT if len(group) > 1 else EFFORT)
            if answer.values is not None:
                self.hints = dict(enumerate(answer.values))
            if len(group) > 1 and not answer.proven:
                to_solve.extendleft([(tier, 1)] for tier, _ in reversed(group))
                lost_ms += answer.ms
                continue
            if answer.values is None:
                del self.rows[kept_rows:]
                return None
            values = answer.values
            bound = None if answer.proven else answer.bound
            stages.extend(_stages(group, values, stage=stage, bound=bound, ms=answer.ms + lost_ms))
            lost_ms = 0
            for tier, _ in group:
                self.require(tier.terms, high=_value(tier.terms, values))
        del self.rows[kept_rows:]
        return Solved(values=values, stages=tuple(stages))

    def _groups(self, tiers: Sequence[Tier]) -> list[list[tuple[Tier, int]]]:
        """Runs of tiers that fit one objective, each tier with its weight."""
        groups: list[list[Tier]] = []
        width = EXACT_LIMIT
        for tier in tiers:
            own = self.most(tier.terms) - self.least(tier.terms) + 1
            width *= own
            if width >= EXACT_LIMIT:
                groups.append([])
                width = own
            groups[-1].append(tier)
        return [self._weighted(group) for group in groups]

    def _weighted(self, group: Sequence[Tier]) -> list[tuple[Tier, int]]:
        weight, weighted = 1, []
        for tier in reversed(group):
            weighted.append((tier, weight))
            weight *= self.most(tier.terms) - self.least(tier.terms) + 1
        return weighted[::-1]

    def _solve(self, objective: Sequence[Term], *, effort: float) -> _Answer:
        wrapper = cp_model_helper.SolveWrapper()
        wrapper.set_parameters(_parameters(effort=effort))
        response: cp_model_helper.CpSolverResponse = wrapper.solve(self._proto(objective))  # type: ignore[no-untyped-call]
        return _Answer(
            values=tuple(response.solution) if response.status in _FOUND else None,
            proven=response.status in {cp_model_helper.OPTIMAL, cp_model_helper.INFEASIBLE},
            bound=round(response.best_objective_bound) if objective else 0,
            ms=round(response.wall_time * 1000),
        )

    def _proto(self, objective: Sequence[Term]) -> cp_model_helper.CpModelProto:
        proto = cp_model_helper.CpModelProto()
        for bounds in self.bounds:
            proto.variables.add().domain.extend(bounds)
        for variables, factors, low, high in self.rows:
            row = proto.constraints.add().linear
            row.vars.extend(variables)
            row.coeffs.extend(factors)
            row.domain.extend([low, high])
        if objective:
            proto.objective.vars.extend([variable for _, variable in objective])
            proto.objective.coeffs.extend([factor for factor, _ in objective])
        if self.hints:
            proto.solution_hint.vars.extend(list(self.hints))
            proto.solution_hint.values.extend(list(self.hints.values()))
        return proto


def _value(terms: Sequence[Term], values: Sequence[int]) -> int:
    return sum(factor * values[variable] for factor, variable in terms)


def _folded(group: Sequence[tuple[Tier, int]]) -> list[Term]:
    terms: dict[int, int] = {}
    for tier, weight in group:
        for factor, variable in tier.terms:
            terms[variable] = terms.get(variable, 0) + factor * weight
    return [(factor, variable) for variable, factor in sorted(terms.items())]


def _stages(
    group: Sequence[tuple[Tier, int]], values: Sequence[int], *, stage: str, bound: int | None, ms: int
) -> list[SolverStage]:
    """How each tier of a group came out; `bound` None where the group is proven. The group's time stands with its first tier."""
    rest, stages = bound, []
    for place, (tier, weight) in enumerate(group):
        objective = _value(tier.terms, values)
        tier_bound = objective if rest is None else min(objective, rest // weight)
        rest = None if rest is None else rest - tier_bound * weight
        status = "optimal" if bound is None else "feasible"
        stages.append(
            SolverStage(
                stage=f"{stage}: {tier.name}",
                status=status,
                objective=objective,
                bound=tier_bound,
                ms=ms if place == 0 else 0,
            )
        )
    return stages


def _parameters(*, effort: float) -> cp_model_helper.SatParameters:
    parameters = cp_model_helper.SatParameters()
    parameters.num_workers = 1
    parameters.random_seed = 1
    parameters.catch_sigint_signal = False  # Ctrl-C is for the program, which may solve in another thread
    parameters.linearization_level = 2
    parameters.cut_level = 0  # menus are proven in less than half the time without cuts; days take the same
    parameters.cp_model_probing_level = 0
    parameters.symmetry_level = 0
    parameters.max_deterministic_time = effort
    return parameters
