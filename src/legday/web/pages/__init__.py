"""The pages, one file each: a page reads what is known, asks an action, and fills a template."""

from legday.web.pages.legs import router as legs
from legday.web.pages.runs import router as runs
from legday.web.pages.today import router as today

ROUTERS = (today, legs, runs)
