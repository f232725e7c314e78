"""Decides how XML is read: as a stream of elements, without document types, entities or endless depth."""

from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat

from legday.model.errors import FileRefused, LimitExceeded
from legday.reading.limits import Limits

Started = Callable[[str, dict[str, str]], None]
Ended = Callable[[str, str], None]


def stream(data: bytes, *, file: str, limits: Limits, started: Started, ended: Ended) -> str | None:
    """Calls `started(name, attributes)` and `ended(name, text)` per element, names without prefix or namespace.

    Returns None, or in words what is wrong and at which line; what came before was handed on. LimitExceeded for depth,
    FileRefused for a document type or entities.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0
    text: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.xml_depth:
            raise LimitExceeded(
                file=file,
                reason=f"more than {limits.xml_depth} elements inside each other",
                at=f"line {parser.CurrentLineNumber}",
            )
        text.clear()
        started(name.rpartition(":")[2], attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        ended(name.rpartition(":")[2], "".join(text).strip())
        text.clear()

    def refuse(*_: object) -> NoReturn:
        raise FileRefused(
            file=file,
            reason="it defines a document type or entities, which no recording needs",
            at=f"line {parser.CurrentLineNumber}",
        )

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text.append
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    return _fed(parser, data)


def _fed(parser: expat.XMLParserType, data: bytes) -> str | None:
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by position only
    except expat.ExpatError as error:
        words = expat.errors.messages.get(error.code, "not well-formed")
        return f"broken XML ({words}), at line {error.lineno}"
    except (UnicodeError, LookupError, ValueError) as error:
        return f"text that cannot be decoded ({error}), at line {parser.CurrentLineNumber}"
    return None
