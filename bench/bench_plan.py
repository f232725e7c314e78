"""Prints how long one core takes for a plan, for planning again and after a miss, by horizon, with what each stage proved."""

from instances import Instance, instance
from legday import plan_legs
from legday.model.plan import Plan
from legday.model.runner import Style
from stopwatch import baseline_ms, best_core_ms, line

AIMS = {16: (150.0, 80.0), 30: (400.0, None)}


def _plan(one: Instance) -> Plan:
    return plan_legs(one.state, one.outlook, one.catalogue, today=one.today, weeks=one.weeks)


def _proven(plan: Plan) -> str:
    proven = [stage for stage in plan.solver if stage.status == "optimal"]
    return f"{len(proven)} of {len(plan.solver)} tiers proven optimal, {len(plan.sessions)} sessions"


def main() -> None:
    baseline = baseline_ms()
    print(f"baseline: a million steps of plain Python   {baseline:>9.1f} ms")
    for style in Style:
        for weeks, (aim, aim_again) in AIMS.items():
            one = instance(weeks=weeks, style=style)
            plan = _plan(one)
            again = one.again(plan)
            print(
                line(f"plan: {one.name}", best_core_ms(lambda o=one: _plan(o)), baseline=baseline, aim_ms=aim)
            )
            again_ms = best_core_ms(lambda o=again: _plan(o))
            print(line(f"plan: {again.name}", again_ms, baseline=baseline, aim_ms=aim_again))
            missed = one.after_a_miss(plan)
            missed_ms = best_core_ms(lambda o=missed: _plan(o))
            print(line(f"plan: {missed.name}", missed_ms, baseline=baseline, aim_ms=aim_again))
            print(f"{'':<46}{_proven(plan)}")


if __name__ == "__main__":
    main()
