"""Decides nothing itself: the pictures of the pages, each page's in a module of its own, from an action's report and the page's words."""
