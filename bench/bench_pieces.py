"""Prints what one model of everything finds in ten seconds, beside our three stages on the same runner."""

from instances import TODAY, Instance, instance
from legday import plan_legs
from legday.model.plan import Plan
from one_piece import OnePiece, Outcome
from stopwatch import best_core_ms

LIMIT_S = 10.0


def _judged(one: Instance, plan: Plan) -> Outcome:
    piece = OnePiece(instance=one)
    piece.write()
    piece.fix(plan)
    return piece.solve(seconds=LIMIT_S)


def _whole(one: Instance) -> Outcome:
    piece = OnePiece(instance=one)
    piece.write()
    return piece.solve(seconds=LIMIT_S)


def _shown(name: str, cost: int | None, rest: str) -> str:
    return f"{name:<30}{'none' if cost is None else cost:>8}   {rest}"


def main() -> None:
    for weeks in (4, 8, 16):
        one = instance(weeks=weeks)

        def plan(one: Instance = one) -> Plan:
            return plan_legs(one.state, one.outlook, one.catalogue, today=TODAY, weeks=one.weeks)

        stages_ms = best_core_ms(plan, times=3)
        made = plan()
        proven = all(stage.status == "optimal" for stage in made.solver)
        judged = _judged(one, made)
        whole = _whole(one)
        print(
            f"{one.name}; one piece has {whole.variables} variables. Cost by the one piece's own wishes, less is better:"
        )
        each = "each stage proven optimal" if proven else "not every stage proven"
        print(_shown("  our stages", judged.cost, f"{each}   {stages_ms / 1000:.2f} s"))
        gap = f"{whole.status}, bound {whole.bound}, gap {whole.gap_percent:.0f} %"
        print(
            _shown(
                "  one piece",
                whole.cost,
                f"{gap}   {whole.seconds:.1f} s, {1000 * whole.seconds / stages_ms:.0f} x",
            )
        )


if __name__ == "__main__":
    main()
