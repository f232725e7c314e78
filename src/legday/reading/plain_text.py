"""Decides which text of a file may be shown: no control characters, no broken code points, no endless names."""


def plain(text: str, *, most: int = 200) -> str:
    """The text with every unprintable character as "\N{REPLACEMENT CHARACTER}", white space as single blanks, at most `most` long."""
    joined = " ".join(text.split())
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in joined[:most])
