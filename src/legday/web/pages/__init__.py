"""The pages, one file each: a page reads what is known, asks an action, and fills a template."""

from legday.web.pages.bring import router as bring
from legday.web.pages.history import router as history
from legday.web.pages.more import router as more
from legday.web.pages.profile import router as profile
from legday.web.pages.today import router as today
from legday.web.pages.welcome import router as welcome

ROUTERS = (today, welcome, bring, profile, more, history)
