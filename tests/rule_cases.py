"""For every rule that the checker judges: a plan that breaks it exactly once, and its neighbour that keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from legday.model.easing import Decision, Easing
from legday.model.plan import PastSession, Plan
from legday.model.runner import Health, LiftDays, Opening, Priority, Race
from legday.model.runs import Outlook
from legday.model.state import RunnerState
from plan_builder import B, at, day, done, lift, line, outlook, plan, run, runner, week

KNOWN = (done("w0 mon 18:00"), done("w0 fri 18:00"))
"""Two sessions in the week before, so that nothing is the first after a lay-off."""


@dataclass(frozen=True, kw_only=True)
class Situation:
    """A plan with what it is judged against."""

    plan: Plan
    state: RunnerState = field(default_factory=runner)
    outlook: Outlook = field(default_factory=Outlook)


@dataclass(frozen=True, kw_only=True)
class RuleCase:
    """`breaks` has exactly one finding of the rule, `keeps` has none."""

    breaks: Situation
    keeps: Situation


def race(words: str, metres: int, priority: Priority = Priority.A) -> Race:
    """A race at ten in the morning."""
    return Race(day=day(words), metres=metres, priority=priority, start=at(f"{words} 10:00").time())


def _leg_spacing() -> RuleCase:
    state = runner(past=KNOWN)
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00"), lift("thu 17:59", B)), state=state),
        keeps=Situation(plan=plan(lift("tue 18:00"), lift("thu 18:00", B)), state=state),
    )


def _weekly_ceiling() -> RuleCase:
    three = (lift("mon 18:00"), lift("wed 18:00", B), lift("fri 18:00"))
    return RuleCase(
        breaks=Situation(plan=plan(*three, lift("sun 18:00", B))),
        keeps=Situation(plan=plan(*three, lift("w2 mon 07:00", B))),
    )


def _run_first() -> RuleCase:
    expected = outlook(run("tue 17:00 easy 60"))
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 17:59")), outlook=expected),
        keeps=Situation(plan=plan(lift("tue 18:00")), outlook=expected),
    )


def _fresh_for_key_runs() -> RuleCase:
    session, state = plan(lift("tue 18:00")), runner(past=KNOWN)
    return RuleCase(
        breaks=Situation(plan=session, state=state, outlook=outlook(run("wed 18:59 quality 50"))),
        keeps=Situation(plan=session, state=state, outlook=outlook(run("wed 19:00 quality 50"))),
    )


def _race_quiet() -> RuleCase:
    state = runner(past=KNOWN, races=(race("sun", 21_100),))
    return RuleCase(
        breaks=Situation(plan=plan(lift("wed 09:01")), state=state),
        keeps=Situation(plan=plan(lift("wed 09:00")), state=state),
    )


def _after_race() -> RuleCase:
    state = runner(races=(race("sun", 42_195),))
    return RuleCase(
        breaks=Situation(plan=plan(lift("w2 sun 18:00")), state=state),
        keeps=Situation(plan=plan(lift("w3 mon 18:00")), state=state),
    )


def _fits_the_opening() -> RuleCase:
    opening = Opening(weekday=1, start=at("tue 18:00").time(), minutes=59)
    session = plan(lift("tue 18:00"))
    return RuleCase(
        breaks=Situation(plan=session, state=runner(openings=(opening,))),
        keeps=Situation(plan=session, state=runner(openings=(replace(opening, minutes=60),))),
    )


def _gear() -> RuleCase:
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00", ("squat 3x10 22.5kg",)))),
        keeps=Situation(plan=plan(lift("tue 18:00", ("squat 3x10 25kg",)))),
    )


def _leg_growth() -> RuleCase:
    first = (lift("tue 18:00", ("squat 3x10",)), lift("fri 18:00", ("squat 3x10",)))
    then = lift("w2 tue 18:00", ("squat 3x11",))
    return RuleCase(
        breaks=Situation(plan=plan(*first, then, lift("w2 fri 18:00", ("squat 3x12",)))),
        keeps=Situation(plan=plan(*first, then, lift("w2 fri 18:00", ("squat 3x11",)))),
    )


def _weight_step() -> RuleCase:
    first = lift("tue 18:00", ("squat 3x10 15kg",))
    return RuleCase(
        breaks=Situation(plan=plan(first, lift("w2 tue 18:00", ("squat 3x10 25kg",)))),
        keeps=Situation(plan=plan(first, lift("w2 tue 18:00", ("squat 3x10 20kg",)))),
    )


def _plyometric_gate() -> RuleCase:
    jumps = plan(lift("tue 18:00", ("box-jump 2x10", "squat 3x10")))
    return RuleCase(
        breaks=Situation(plan=jumps, state=runner(foundation_weeks=3)),
        keeps=Situation(plan=jumps, state=runner(foundation_weeks=4)),
    )


def _condition_gates() -> RuleCase:
    session = plan(lift("tue 18:00"))
    agreed = Health(recent_surgery=True, clinician_confirmed=True)
    return RuleCase(
        breaks=Situation(plan=session, state=runner(health=Health(recent_surgery=True))),
        keeps=Situation(plan=session, state=runner(health=agreed)),
    )


def _weekly_frequency() -> RuleCase:
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00"))),
        keeps=Situation(plan=plan(lift("tue 18:00"), lift("fri 18:00", B))),
    )


def _hours_after_run() -> RuleCase:
    expected = outlook(run("tue 14:00 easy 60"))
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 17:59")), outlook=expected),
        keeps=Situation(plan=plan(lift("tue 18:00")), outlook=expected),
    )


def _hard_with_hard() -> RuleCase:
    expected = outlook(run("tue 07:00 quality 50"), run("wed 07:00 easy 40"))
    state = runner(days=LiftDays.HARD_WITH_HARD)
    return RuleCase(
        breaks=Situation(plan=plan(lift("wed 18:00")), state=state, outlook=expected),
        keeps=Situation(plan=plan(lift("tue 18:00")), state=state, outlook=expected),
    )


def _muscle_band() -> RuleCase:
    few = lift("fri 18:00", ("glute-bridge 3x15",))
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00"), few)),
        keeps=Situation(plan=plan(lift("tue 18:00"), lift("fri 18:00", B))),
    )


def _posterior_balance() -> RuleCase:
    lopsided = lift("tue 18:00", ("squat 1x10", "deadlift 4x8", "calf-raise 3x15"))
    balanced = lift("tue 18:00", ("squat 3x10", "deadlift 3x8", "calf-raise 3x15"))
    return RuleCase(breaks=Situation(plan=plan(lopsided)), keeps=Situation(plan=plan(balanced)))


def _one_leg_work() -> RuleCase:
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00", ("squat 3x10", "deadlift 3x8")))),
        keeps=Situation(plan=plan(lift("tue 18:00", ("squat 3x10", "walking-lunge 3x12")))),
    )


def _hips_and_trunk() -> RuleCase:
    hips, trunk = "side-lying-abduction 1x12", "dead-bug 1x8"
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00"), lift("fri 18:00", (*B, trunk)))),
        keeps=Situation(plan=plan(lift("tue 18:00"), lift("fri 18:00", (*B, hips, trunk)))),
    )


def _steady_week() -> RuleCase:
    first = (lift("tue 18:00"), lift("fri 18:00", B))
    return RuleCase(
        breaks=Situation(plan=plan(*first, lift("w2 tue 18:00"), lift("w2 sat 18:00", B))),
        keeps=Situation(plan=plan(*first, lift("w2 tue 19:00"), lift("w2 fri 18:00", B))),
    )


def _keep_promises() -> RuleCase:
    promised = (PastSession(start=at("tue 18:00"), menu="A"), PastSession(start=at("fri 18:00"), menu="B"))
    state = runner(promised=promised)
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00"), lift("sat 18:00", B)), state=state),
        keeps=Situation(plan=plan(lift("tue 18:00"), lift("fri 18:00", B)), state=state),
    )


def _spread() -> RuleCase:
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00"), lift("fri 17:59", B))),
        keeps=Situation(plan=plan(lift("tue 18:00"), lift("fri 18:00", B))),
    )


def _masters_rest() -> RuleCase:
    """Three a week, of which Wednesday moves most; the neighbour has it on Friday, and the next is on Monday."""
    state = runner(past=KNOWN, born=1974)
    light, hard = ("step-up 3x12",), ("step-up 4x12",)
    return RuleCase(
        breaks=Situation(
            plan=plan(lift("mon 18:00", light), lift("wed 18:00", hard), lift("fri 18:00", light)),
            state=state,
        ),
        keeps=Situation(
            plan=plan(
                lift("mon 18:00", light),
                lift("wed 18:00", light),
                lift("fri 18:00", hard),
                lift("w2 mon 18:00", light),
            ),
            state=state,
        ),
    )


def five_weeks(*, lighter: str, cut_back: bool) -> Plan:
    """Four weeks of ten sets, then one as said."""
    menu = ("squat 4x10", "deadlift 4x8", "step-up 2x12")
    sessions = [lift(f"w{n} tue 18:00", menu) for n in range(1, 5)]
    last = lift("w5 tue 18:00", ("squat 2x10", "deadlift 2x8", lighter))
    return plan(*sessions, last, weeks=[week(n, cut_back=cut_back and n == 5) for n in range(1, 6)])


def _cut_back() -> RuleCase:
    return RuleCase(
        breaks=Situation(plan=five_weeks(lighter="step-up 2x12", cut_back=False)),
        keeps=Situation(plan=five_weeks(lighter="step-up 2x12", cut_back=True)),
    )


def _rest_day() -> RuleCase:
    runs = tuple(run(f"{name} 07:00 easy 30") for name in ("mon", "wed", "thu", "fri", "sat"))
    session = plan(lift("tue 18:00"))
    return RuleCase(
        breaks=Situation(plan=session, outlook=outlook(*runs, run("sun 07:00 easy 30"))),
        keeps=Situation(plan=session, outlook=outlook(*runs)),
    )


def _mobility() -> RuleCase:
    sessions = (lift("tue 18:00"), lift("fri 18:00", B))
    return RuleCase(
        breaks=Situation(plan=plan(*sessions, mobility=("tue",))),
        keeps=Situation(plan=plan(*sessions, mobility=("tue", "fri"))),
    )


def _warm_up() -> RuleCase:
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00", warm_up=("leg-swing-forward",)))),
        keeps=Situation(plan=plan(lift("tue 18:00", warm_up=("easy-jog", "leg-swing-forward")))),
    )


def _cool_down() -> RuleCase:
    four = ("calf-stretch-straight", "hamstring-stretch", "quadriceps-stretch", "hip-flexor-stretch")
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00", cool_down=four))),
        keeps=Situation(plan=plan(lift("tue 18:00", cool_down=(*four, "figure-four-stretch")))),
    )


def _new_block_new_run_load() -> RuleCase:
    given = plan(lift("tue 18:00"), lift("w2 tue 18:00"), weeks=(week(1), week(2, block=1)))
    known = (run("wed 07:00 easy 60"), run("sun 07:00 long 100"), run("w2 sun 07:00 long 100"))
    return RuleCase(
        breaks=Situation(plan=given, outlook=outlook(*known, run("w2 wed 07:00 easy 77"))),
        keeps=Situation(plan=given, outlook=outlook(*known, run("w2 wed 07:00 easy 76"))),
    )


def _effort() -> RuleCase:
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00", ("squat 3x10 rir1",)))),
        keeps=Situation(plan=plan(lift("tue 18:00", ("squat 3x10 rir2",)))),
    )


def held_back(rule: str, easing: Easing, **changes: object) -> RunnerState:
    """A runner whom one easing of `rule` holds back on the Tuesday."""
    return replace(runner(**changes), easings=(replace(easing, rule=rule),))


def tuesday(**held: object) -> Easing:
    """What holds the Tuesday back."""
    given = Easing(
        rule="", decision=Decision.HOLD, first=day("tue"), last=day("tue"), why="Achilles tendon, 6 of 10."
    )
    return replace(given, **held)


def _pain_gate() -> RuleCase:
    state = held_back("pain-gate", tuesday(avoid=frozenset({"walking-lunge"})))
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00")), state=state),
        keeps=Situation(plan=plan(lift("tue 18:00", B)), state=state),
    )


def _red_flag_lock() -> RuleCase:
    state = held_back("red-flag-lock", tuesday(no_session=True, why="Chest, said on 23 Nov."))
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00")), state=state),
        keeps=Situation(plan=plan(lift("mon 18:00")), state=state),
    )


def _readiness() -> RuleCase:
    state = held_back("readiness", tuesday(no_session=True))
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00")), state=state),
        keeps=Situation(plan=plan(lift("wed 18:00")), state=state),
    )


def _illness() -> RuleCase:
    last = done("w0 tue 18:00", exercises=(line("squat 3x10 20kg"),))
    state = held_back("illness", tuesday(no_growth=True), past=(last,))
    return RuleCase(
        breaks=Situation(plan=plan(lift("tue 18:00", ("squat 3x11 20kg",))), state=state),
        keeps=Situation(plan=plan(lift("tue 18:00", ("squat 3x10 20kg",))), state=state),
    )


CASES: Mapping[str, RuleCase] = {
    "leg-spacing": _leg_spacing(),
    "weekly-ceiling": _weekly_ceiling(),
    "run-first": _run_first(),
    "fresh-for-key-runs": _fresh_for_key_runs(),
    "race-quiet": _race_quiet(),
    "after-race": _after_race(),
    "fits-the-opening": _fits_the_opening(),
    "gear": _gear(),
    "leg-growth": _leg_growth(),
    "weight-step": _weight_step(),
    "plyometric-gate": _plyometric_gate(),
    "condition-gates": _condition_gates(),
    "pain-gate": _pain_gate(),
    "red-flag-lock": _red_flag_lock(),
    "readiness": _readiness(),
    "illness": _illness(),
    "weekly-frequency": _weekly_frequency(),
    "hours-after-run": _hours_after_run(),
    "hard-with-hard": _hard_with_hard(),
    "muscle-band": _muscle_band(),
    "posterior-balance": _posterior_balance(),
    "one-leg-work": _one_leg_work(),
    "hips-and-trunk": _hips_and_trunk(),
    "steady-week": _steady_week(),
    "keep-promises": _keep_promises(),
    "spread": _spread(),
    "masters-rest": _masters_rest(),
    "cut-back": _cut_back(),
    "rest-day": _rest_day(),
    "mobility": _mobility(),
    "warm-up": _warm_up(),
    "cool-down": _cool_down(),
    "new-block-new-run-load": _new_block_new_run_load(),
    "effort": _effort(),
}
