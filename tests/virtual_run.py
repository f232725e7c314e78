"""Decides which years are lived: a runner's year with legday and with each baseline, the same life every time."""

from collections.abc import Iterable
from functools import lru_cache

from legday.catalogue.reader import read_catalogue
from legday.model.catalogue import Catalogue
from legday.model.runner import Style
from virtual_baselines import DoubleProgression, FixedArticle
from virtual_legday import Legday
from virtual_runner import virtual_runner
from virtual_year import Year, YearTold


@lru_cache
def catalogue() -> Catalogue:
    return read_catalogue("en")


def style_of(seed: int) -> Style:
    """Half of the runners follow each style."""
    return (Style.ARTICLE, Style.EVIDENCE)[seed % 2]


def year_with_legday(seed: int, style: Style | None = None) -> YearTold:
    style = style or style_of(seed)
    return Year(virtual_runner(seed, style), Legday(catalogue(), style, seed=seed), catalogue()).live()


def years_with_baselines(seed: int) -> list[YearTold]:
    runner = virtual_runner(seed, Style.ARTICLE)
    return [
        Year(runner, coach(catalogue()), catalogue()).live() for coach in (FixedArticle, DoubleProgression)
    ]


def years_of(seed: int) -> list[YearTold]:
    """The same life four times: legday in both styles, and both baselines."""
    return [*(year_with_legday(seed, style) for style in Style), *years_with_baselines(seed)]


def wrong(years: Iterable[YearTold]) -> list[str]:
    """All that must not be, one line each, with the seed and the day that show it again."""
    return [
        f"seed {year.seed}, {year.coach}, {one.day}: {one.rule}: {one.words}"
        for year in years
        for one in (*year.failures, *year.broken, *year.ahead, *year.idle)
    ]
