"""The parser of the command line's words."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final, NoReturn, final

import venezuela_news as vn
from venezuela_news._cli import _commands
from venezuela_news._cli._output import complain, complain_at_length

if TYPE_CHECKING:
    from typing import TypeAlias

    # The class has no public name.
    _Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]

__all__ = ["parser"]

_WRONG_USAGE: Final = 2


@final
class _Parser(argparse.ArgumentParser):
    """A parser whose errors go to standard error and nowhere else, without what could steer a terminal."""

    def error(self, message: str) -> NoReturn:
        complain_at_length(self.format_usage())
        complain(f"{self.prog}: error: {message}")
        raise SystemExit(_WRONG_USAGE)


def parser() -> argparse.ArgumentParser:
    """Build the parser; what it parses has a ``run``, the command that was chosen."""
    top = _Parser(
        prog="venezuela-news",
        description="A news story as checked data. Without a command, the shipped story is shown.",
    )
    top.add_argument("--version", action="version", version=f"venezuela_news {vn.__version__}")
    # The options stand before a command or behind it; one that is not given must not undo one that is.
    looks = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    for options in (top, looks):
        options.add_argument("--width", type=_columns, help="columns; the terminal's if left out")
        options.add_argument("--color", choices=("auto", "always", "never"), help="auto if left out")
    top.set_defaults(run=_commands.show, file=None, width=None, color="auto")
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    _add_pages(commands, looks)
    _add_copies(commands)
    return top


def _add_pages(commands: _Commands, looks: _Parser) -> None:
    show = commands.add_parser(
        "show", parents=[looks], help="show a story as a page", description="Show a story as a page."
    )
    show.add_argument(
        "file", nargs="?", metavar="FILE", help="a .json, .yaml or .msgpack file; the shipped story if left out"
    )
    show.set_defaults(run=_commands.show)

    check = commands.add_parser(
        "check",
        parents=[looks],
        help="say what is wrong or doubtful in documents",
        description="Say what is wrong or doubtful in documents; the status is 1 if one has an error.",
    )
    check.add_argument("files", nargs="+", metavar="FILE", help=".json, .yaml or .msgpack files")
    check.set_defaults(run=_commands.check)


def _add_copies(commands: _Commands) -> None:
    convert = commands.add_parser(
        "convert", help="write a story in another format", description="Write a story in another format."
    )
    convert.add_argument("file", metavar="FILE", help="the file to read")
    convert.add_argument(
        "to", metavar="TO", help="the file to write; its suffix tells the format; one that is there is replaced"
    )
    convert.set_defaults(run=_commands.convert)

    schema = commands.add_parser(
        "schema", help="print the JSON Schema of documents", description="Print the JSON Schema of documents."
    )
    schema.add_argument(
        "--profile", choices=("document", "strict"), default="document", help="document, or strict for language models"
    )
    schema.set_defaults(run=_commands.print_schema)

    corpus = commands.add_parser(
        "corpus",
        help="copy the corpus out, for use from any language",
        description="Copy the corpus out, for use from any language, and name each file.",
    )
    corpus.add_argument("directory", metavar="DIR", help="where to; it is made if it is not there, and empty if it is")
    corpus.set_defaults(run=_commands.copy_corpus)


def _columns(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of columns; write one from 1 on, such as 80")
    return int(text)
