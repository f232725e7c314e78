"""The pages, one file each: a page reads what is known, asks an action, and fills a template."""

from legday.web.pages.body import router as body
from legday.web.pages.session import router as session
from legday.web.pages.today import router as today

ROUTERS = (today, session, body)
