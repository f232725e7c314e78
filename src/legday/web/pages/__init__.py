"""The pages, one file each: a page reads what is known, asks an action, and fills a template."""

from legday.web.pages.exercises import router as exercises
from legday.web.pages.today import router as today

ROUTERS = (today, exercises)
