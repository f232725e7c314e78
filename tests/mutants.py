"""Decides which small changes of a module there are (by mutmut), and puts one in the place of what it changes."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import parse_mutant_key

Definition = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Mutant:
    """One small change of one function; `number` is mutmut's within the function."""

    module: str
    function: str
    number: int
    code: CodeType
    definition: Definition
    was: Definition

    def take_place(self) -> None:
        """Puts the change into the running module: whoever imported the function runs it changed from now on."""
        module = import_module(self.module)
        function = function_of(module, self.function)
        arguments = self.definition.args
        function.__code__ = self.code
        function.__defaults__ = tuple(_worth(one, module) for one in arguments.defaults) or None
        named = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        function.__kwdefaults__ = {
            one.arg: _worth(default, module) for one, default in named if default
        } or None

    def difference(self) -> str:
        before, after = (ast.unparse(one).splitlines()[1:] for one in (self.was, self.definition))
        lines = list(unified_diff(before, after, lineterm="", n=1))[3:]
        return "\n".join((f"{self.module}.{self.function} {self.number}", *lines))


def function_of(module: ModuleType, name: str) -> FunctionType:
    """The function of that name in `module` (`Class.method` of a class's), from within a class method."""
    owner, _, own = name.rpartition(".")
    found = vars(getattr(module, owner) if owner else module)[own]
    if isinstance(found, classmethod | staticmethod):
        found = found.__func__
    if not isinstance(found, FunctionType):
        raise TypeError(f"{module.__name__}.{name} is no plain function: {found!r}")
    return found


def mutants_of(path: Path, module: str) -> Iterator[Mutant]:
    changed = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
    codes = {one.co_name: one for one in _codes(compile(changed.code, str(path), "exec", dont_inherit=True))}
    definitions = {
        node.name: node for node in ast.walk(ast.parse(changed.code)) if isinstance(node, Definition)
    }
    for name in changed.mutant_names:
        key, _, number = name.rpartition("__mutmut_")
        function, owner = parse_mutant_key(key)
        yield Mutant(
            module=module,
            function=f"{owner}.{function}" if owner else function,
            number=int(number),
            code=codes[name],
            definition=definitions[name],
            was=definitions[f"{key}__mutmut_orig"],
        )


def _codes(code: CodeType) -> Iterator[CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from _codes(inner)


def _worth(default: ast.expr, module: ModuleType) -> object:
    return eval(compile(ast.Expression(default), module.__name__, "eval"), vars(module))
