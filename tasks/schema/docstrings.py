"""Read what the docstrings of the model say: of a class, its arguments and its words, and by example."""

from __future__ import annotations

import ast
import doctest
import enum
import inspect
import itertools
import re
import sys
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import venezuela_news as vn

__all__ = ["argument_docs", "examples_of", "member_docs", "summary_of"]


def _markdown(text: str) -> str:
    """Put a paragraph on one line, in Markdown."""
    return " ".join(text.replace("``", "`").split())


def _docstring(cls: type) -> str:
    text = inspect.getdoc(cls)
    if not text:
        raise ValueError(f"{cls.__name__} has no docstring: write one, and run without -OO")
    return text


def summary_of(cls: type) -> str:
    """The first paragraph of a class's docstring."""
    return _markdown(_docstring(cls).partition("\n\n")[0])


@cache
def argument_docs(cls: type) -> Mapping[str, str]:
    """What a class's docstring says of each of its arguments."""
    _, _, rest = _docstring(cls).partition("\nArgs:\n")
    found: list[tuple[str, str]] = re.findall(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", rest, re.MULTILINE)
    return {name: _markdown(said) for name, said in found}


def member_docs(cls: type[enum.Enum]) -> Mapping[str, str]:
    """What the text behind each member of an enumeration says of it, by the member's value."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
    assert isinstance(definition, ast.ClassDef)  # noqa: S101 - the source of a class is one
    found: dict[str, str] = {}
    for member, said in itertools.pairwise(definition.body):
        match member, said:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(text))):
                found[str(cls[name].value)] = _markdown(text)
            case _:
                pass
    return found


def examples_of(cls: type) -> list[Any]:
    """The first value that the doctests of a class build of it in one expression, as plain data; a date as its text."""
    names = {**vars(vn), **vars(sys.modules[cls.__module__])}
    for call in _calls_of(cls):
        # A doctest may name what its earlier lines made; such a value is passed over.
        if all(node.id in names for node in ast.walk(call) if isinstance(node, ast.Name)):
            built = eval(compile(ast.Expression(call), f"<{cls.__name__}>", "eval"), names)  # noqa: S307 - our own docstrings
            return [str(built) if getattr(cls, "__is_date__", False) else vn.unstructure(built)]
    return []


def _calls_of(cls: type) -> Iterator[ast.Call]:
    for example in doctest.DocTestParser().get_examples(_docstring(cls)):
        for node in ast.walk(ast.parse(example.source)):
            match node:
                case ast.Call(func=ast.Name(id=cls.__name__)):
                    yield node
                case _:
                    pass
