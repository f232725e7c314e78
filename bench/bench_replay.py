"""Prints how long one core takes to replay ten years of a journal: 2,000 sessions, 40,000 sets."""

from legday.catalogue.reader import read_catalogue
from legday.model.replay import replay
from lived_years import TODAY, ten_years
from stopwatch import baseline_ms, best_core_ms, line

AIM_MS = 150.0


def main() -> None:
    baseline = baseline_ms()
    exercises = read_catalogue("en").exercises
    forms = (
        ("replay of 10 years", False, True),
        ("replay of 10 years, no weight said", False, False),
        ("replay of 10 years, set by set", True, True),
    )
    for words, set_by_set, weights_said in forms:
        entries = ten_years(set_by_set=set_by_set, weights_said=weights_said)

        def again(entries: list = entries) -> object:
            return replay(entries, (), today=TODAY, exercises=exercises, told=lambda _: None, lay_off_days=56)

        print(line(words, best_core_ms(again), baseline=baseline, aim_ms=AIM_MS))


if __name__ == "__main__":
    main()
