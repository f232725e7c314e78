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
    elements = _Elements(parser, file=file, limits=limits, started=started, ended=ended)
    parser.StartElementHandler = elements.start
    parser.EndElementHandler = elements.end
    parser.CharacterDataHandler = elements.text.append
    parser.StartDoctypeDeclHandler = elements.refuse
    parser.EntityDeclHandler = elements.refuse
    parser.ExternalEntityRefHandler = elements.refuse
    return _fed(parser, data)


class _Elements:
    """Hands elements on, with the text that stands directly before their end."""

    def __init__(
        self, parser: expat.XMLParserType, *, file: str, limits: Limits, started: Started, ended: Ended
    ) -> None:
        self.parser = parser
        self.file = file
        self.limits = limits
        self.started = started
        self.ended = ended
        self.depth = 0
        self.text: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > self.limits.xml_depth:
            words = f"more than {self.limits.xml_depth} elements inside each other"
            raise LimitExceeded(file=self.file, reason=words, at=f"line {self.parser.CurrentLineNumber}")
        self.text.clear()
        self.started(name.rpartition(":")[2], attributes)

    def end(self, name: str) -> None:
        self.depth -= 1
        self.ended(name.rpartition(":")[2], "".join(self.text).strip())
        self.text.clear()

    def refuse(self, *_: object) -> NoReturn:
        words = "it defines a document type or entities, which no recording needs"
        raise FileRefused(file=self.file, reason=words, at=f"line {self.parser.CurrentLineNumber}")


def _fed(parser: expat.XMLParserType, data: bytes) -> str | None:
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by position only
    except expat.ExpatError as error:
        words = expat.errors.messages.get(error.code, "not well-formed")
        return f"broken XML ({words}), at line {error.lineno}"
    except (UnicodeError, LookupError, ValueError) as error:
        return f"text that cannot be decoded ({error}), at line {parser.CurrentLineNumber}"
    return None
