"""The names that the model gives to the types of its values, for the definitions of the schema."""

from __future__ import annotations

import sys
import types
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any

from venezuela_news._fields import Field, Kind
from venezuela_news._rules import Day

__all__ = ["name_of"]


def name_of(field: Field) -> str:
    """The name of the type of a field's values; empty where the model gives it none."""
    match field.kind:
        case Kind.RECORD | Kind.CHOICE:
            name: str = field.type.__name__
            return name
        case Kind.DATE:
            return Day.__name__ if field.rules else _unions()[frozenset(field.types)]
        case Kind.TEXT | Kind.NUMBER | Kind.FLAG:
            return _annotated().get((field.types, field.rules), "")


def _aliases() -> Iterator[tuple[str, Any]]:
    """Every public name of the modules of the model, with what it names; twice where it is imported."""
    for module in sorted(module for module in sys.modules if module.startswith("venezuela_news._")):
        for name, value in vars(sys.modules[module]).items():
            if not name.startswith("_"):
                yield name, value


@cache
def _annotated() -> Mapping[tuple[tuple[Any, ...], tuple[Any, ...]], str]:
    """The names of types with rules, by the classes and the rules."""
    return {
        (_members(alias.__origin__), alias.__metadata__): name
        for name, alias in _aliases()
        if typing.get_origin(alias) is Annotated
    }


@cache
def _unions() -> Mapping[frozenset[type], str]:
    """The names of classes, and of unions of classes."""
    return {
        frozenset(_members(value)): name
        for name, value in _aliases()
        if isinstance(value, type | types.UnionType) and typing.get_origin(value) is not Annotated
    }


def _members(hint: Any) -> tuple[Any, ...]:
    return typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
