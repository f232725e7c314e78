"""The page: legday in a browser, over one runner's home."""

from legday.web.app import create_app

__all__ = ["create_app"]
