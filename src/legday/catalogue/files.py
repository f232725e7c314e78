"""Decides which files make a catalogue, and turns them into plain tables."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Any

from legday.model.errors import CatalogueError

Table = dict[str, Any]


def table(root: Traversable, file: str) -> Table:
    """One TOML file, by its path below `root`. CatalogueError where it is absent or is not TOML in UTF-8."""
    try:
        return tomllib.loads(root.joinpath(*file.split("/")).read_text(encoding="utf-8"))
    except OSError as error:
        raise CatalogueError(file=file, key="file", value=None, expected="a file that exists") from error
    except UnicodeDecodeError as error:
        raise CatalogueError(file=file, key=f"byte {error.start}", value=None, expected="UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(file=file, key="file", value=None, expected=f"TOML ({error})") from error


def tables(root: Traversable, folder: str) -> dict[str, Table]:
    """All TOML files of a folder by id (the file's name), in the order of their ids."""
    names = sorted(entry.name for entry in entries(root, folder) if entry.name.endswith(".toml"))
    return {name.removesuffix(".toml"): table(root, f"{folder}/{name}") for name in names}


def entries(root: Traversable, folder: str) -> Iterator[Traversable]:
    """What stands in a folder. CatalogueError where there is no such folder."""
    place = root.joinpath(*folder.split("/"))
    if not place.is_dir():
        raise CatalogueError(file=folder, key="folder", value=None, expected="a folder that exists")
    return iter(place.iterdir())


def joined(
    facts: Mapping[str, Any], words: Mapping[str, Table], *, facts_file: str, words_file: str
) -> dict[str, Any]:
    """Facts and words of the same ids as one table each. CatalogueError where an id or a key stands on the wrong side."""
    same_ids(facts, words, facts_file=facts_file, words_file=words_file)
    return {
        name: _joined(
            name, facts[name], words[name], file=facts_file.replace("*", name), words_file=words_file
        )
        for name in facts
    }


def _joined(name: str, fact: Any, words: Table, *, file: str, words_file: str) -> Any:
    if not isinstance(fact, dict):
        return fact  # left for the check to refuse
    if twice := sorted(fact.keys() & words.keys()):
        raise CatalogueError(
            file=file,
            key=f"{name}.{twice[0]}",
            value=fact[twice[0]],
            expected=f"no words here; they stand in {words_file}",
        )
    return {**fact, **words, "id": name}


def same_ids(
    facts: Mapping[str, object], words: Mapping[str, object], *, facts_file: str, words_file: str
) -> None:
    """CatalogueError for the first id that has facts but no words, or words but no facts."""
    if missing := sorted(facts.keys() - words.keys()):
        raise CatalogueError(
            file=words_file.replace("*", missing[0]),
            key=missing[0],
            value=None,
            expected=f"words for what stands in {facts_file.replace('*', missing[0])}",
        )
    if spare := sorted(words.keys() - facts.keys()):
        raise CatalogueError(
            file=words_file.replace("*", spare[0]),
            key=spare[0],
            value=None,
            expected=f"something of that name in {facts_file.replace('*', spare[0])}",
        )
