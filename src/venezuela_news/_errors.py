"""The errors that this library raises on purpose, under one base."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from venezuela_news._problems import Problem

__all__ = ["InvalidStory", "MissingExtra", "NewsError", "TextMismatch", "UnknownFormat", "UnknownRecord"]


class NewsError(Exception):
    """The base of every error that this library raises on purpose."""


class InvalidStory(NewsError, ValueError):
    """A story, or a part of one, breaks rules. ``problems`` holds all of them, at least one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        count = len(self.problems)
        lines = [f"{count} problem{'s' if count != 1 else ''}"]
        lines += [f"  {problem}" for problem in self.problems]
        return "\n".join(lines)


@final
class MissingExtra(NewsError, ImportError):
    """Something needs a package that an extra installs. The message is the install command."""

    def __init__(self, what: str, extra: str) -> None:
        self.what = what
        self.extra = extra
        super().__init__(what, extra)

    def __str__(self) -> str:
        return f"{self.what} needs an extra: pip install 'venezuela-news[{self.extra}]'"


@final
class UnknownFormat(NewsError, ValueError):
    """No format has this name or suffix. ``found`` is what was given, ``allowed`` what could be."""

    def __init__(self, found: str, allowed: tuple[str, ...], what: str = "format") -> None:
        self.found = found
        self.allowed = allowed
        self.what = what
        super().__init__(found, allowed, what)

    def __str__(self) -> str:
        return f"no {self.what} is known for {self.found!r}; known are {', '.join(self.allowed)}"


@final
class UnknownRecord(NewsError, KeyError):
    """A story has no such record, or several that are called so.

    ``near`` are ids that may be meant; ``other`` is the kind of the record that has the id, if one has.

    Suggestions take time, and whoever catches the error may not want them: given as a function,
    they are made when they are first looked at.
    """

    def __init__(
        self,
        id: str,
        kind: str = "record",
        near: tuple[str, ...] | Callable[[], tuple[str, ...]] = (),
        other: str | None = None,
    ) -> None:
        self.id = id
        self.kind = kind
        self.other = other
        self._near = near
        super().__init__(id, kind)

    @property
    def near(self) -> tuple[str, ...]:
        """Ids that may be meant."""
        near = self._near
        if callable(near):
            self._near = near = near()
        return near

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.id, self.kind, self.near, self.other)

    def __str__(self) -> str:
        is_other = f"; that is the id of a record of kind {self.other}" if self.other else ""
        if self.kind == "one record":
            return f"{self.id!r} is what several records are called: write an id, {' or '.join(map(repr, self.near))}"
        close = f"; did you mean {' or '.join(map(repr, self.near))}?" if self.near else ""
        return f"the story has no {self.kind} {self.id!r}{is_other}{close}"


@final
class TextMismatch(NewsError, ValueError):
    """A text is not the one that a source describes.

    ``paragraphs`` are the numbers of the source's paragraphs that the text lacks or has
    otherwise, counted from 0.
    """

    def __init__(self, source: str, paragraphs: tuple[int, ...], message: str) -> None:
        self.source = source
        self.paragraphs = paragraphs
        self.message = message
        super().__init__(source, paragraphs, message)

    def __str__(self) -> str:
        return f"source {self.source!r}: {self.message}"
