"""The pages, one file each: a page reads what is known, asks an action, and fills a template."""

from legday.web.pages.body import router as body
from legday.web.pages.bring import router as bring
from legday.web.pages.exercises import router as exercises
from legday.web.pages.history import router as history
from legday.web.pages.legs import router as legs
from legday.web.pages.more import router as more
from legday.web.pages.plan import router as plan
from legday.web.pages.plan_day import router as plan_day
from legday.web.pages.plan_week import router as plan_week
from legday.web.pages.profile import router as profile
from legday.web.pages.rules import router as rules
from legday.web.pages.runs import router as runs
from legday.web.pages.session import router as session
from legday.web.pages.today import router as today
from legday.web.pages.welcome import router as welcome

ROUTERS = (
    today,
    session,
    body,
    plan,
    plan_day,
    plan_week,
    rules,
    legs,
    runs,
    exercises,
    welcome,
    bring,
    profile,
    more,
    history,
)
