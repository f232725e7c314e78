"""Decides how moments, dates, spans and lists read in a finding; the same in every locale."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date_text(day: date) -> str:
    """`2026-11-24` → "Tuesday 24 Nov"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def moment_text(moment: datetime) -> str:
    """ "Tuesday 24 Nov 18:00", wall clock."""
    return f"{date_text(moment.date())} {moment.hour:02d}:{moment.minute:02d}"


def week_text(monday: date) -> str:
    """ "the week of 23 Nov"."""
    return f"the week of {monday.day} {MONTHS[monday.month - 1]}"


def span_text(span: timedelta) -> str:
    """`47:59` → "47 h 59 min"; below zero reads as 0 h."""
    minutes = max(0, int(span.total_seconds()) // 60)
    return f"{minutes // 60} h" + (f" {minutes % 60} min" if minutes % 60 else "")


def quarters_text(quarters: int) -> str:
    """Quarter sets as sets: `21` → "5.25"."""
    return f"{quarters / 4:g}"


def listed(words: Iterable[str]) -> str:
    """ "quadriceps, soleus and trunk"."""
    parts = list(words)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
