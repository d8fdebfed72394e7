"""``python -m venezuela_news``: shows the story, checks documents, copies the corpus out."""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import venezuela_news as vn
from venezuela_news import rendering

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0 if all is well, 1 if not, 2 for wrong usage.

    Args:
        arguments: The words of the command line behind the program's name; those of the process if left out.
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal may lack the letters of a name, and a file's name may be no text at all.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has enough: head, or a pager that was left. Python would complain once more on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except vn.InvalidStory as error:
        print(_told(error.problems, options.file, options), end="", file=sys.stderr)
        return 1
    except OSError as error:
        where = "the output" if error.filename is None else error.filename
        print(f"venezuela_news: {where}: {error.strerror}", file=sys.stderr)
        return 1
    except vn.NewsError as error:
        print(f"venezuela_news: {error}", file=sys.stderr)
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m venezuela_news",
        description="A news story as checked data. Without a command, the shipped story is shown.",
    )
    parser.add_argument("--version", action="version", version=f"venezuela_news {vn.__version__}")
    # The options stand before a command or behind it; one that is not given must not undo one that is.
    looks = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    for options in (parser, looks):
        options.add_argument("--width", type=_columns, help="columns; the terminal's if left out")
        options.add_argument("--color", choices=("auto", "always", "never"), help="auto if left out")
    parser.set_defaults(run=_show, file=None, width=None, color="auto")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    show = commands.add_parser(
        "show", parents=[looks], help="show a story as a page", description="Show a story as a page."
    )
    show.add_argument(
        "file", nargs="?", metavar="FILE", help="a .json, .yaml or .msgpack file; the shipped story if left out"
    )
    show.set_defaults(run=_show)

    check = commands.add_parser(
        "check",
        parents=[looks],
        help="say what is wrong or doubtful in documents",
        description="Say what is wrong or doubtful in documents; the status is 1 if one has an error.",
    )
    check.add_argument("files", nargs="+", metavar="FILE", help=".json, .yaml or .msgpack files")
    check.set_defaults(run=_check, file=None)

    convert = commands.add_parser(
        "convert", help="write a story in another format", description="Write a story in another format."
    )
    convert.add_argument("file", metavar="FILE", help="the file to read")
    convert.add_argument(
        "to", metavar="TO", help="the file to write; its suffix tells the format; one that is there is replaced"
    )
    convert.set_defaults(run=_convert)

    schema = commands.add_parser(
        "schema", help="print the JSON Schema of documents", description="Print the JSON Schema of documents."
    )
    schema.add_argument(
        "--profile", choices=("document", "strict"), default="document", help="document, or strict for language models"
    )
    schema.set_defaults(run=_schema)

    corpus = commands.add_parser(
        "corpus",
        help="copy the corpus out, for use from any language",
        description="Copy the corpus out, for use from any language, and name each file.",
    )
    corpus.add_argument("directory", metavar="DIR", help="where to; it is made if it is not there, and empty if it is")
    corpus.set_defaults(run=_corpus)
    return parser


def _columns(text: str) -> int:
    width = int(text)
    if width < 1:
        raise argparse.ArgumentTypeError("write a number of columns from 1 on")
    return width


def _look(options: argparse.Namespace) -> tuple[int, bool]:
    width = options.width or max(1, shutil.get_terminal_size().columns)
    # https://no-color.org: a variable that is set to anything at all turns color off.
    auto = sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return width, options.color == "always" or (options.color == "auto" and auto)


def _told(problems: Sequence[vn.Problem], name: str, options: argparse.Namespace) -> str:
    width, color = _look(options)
    return rendering.problems(problems, name=name, width=width, color=color)


def _show(options: argparse.Namespace) -> int:
    story = vn.read(options.file) if options.file else vn.story()
    width, color = _look(options)
    print(rendering.page(story, width=width, color=color), end="")
    return 0


def _check(options: argparse.Namespace) -> int:
    status = 0
    for name in options.files:
        try:
            problems = vn.check(vn.read(name))
        except vn.InvalidStory as error:
            problems = error.problems
            status = 1
        except (OSError, vn.UnknownFormat, vn.MissingExtra) as error:
            told = error.strerror if isinstance(error, OSError) and not isinstance(error, vn.NewsError) else error
            print(f"{name}: {told}", file=sys.stderr)
            status = 1
            continue
        print(_told(problems, name, options) or f"{name}: nothing is wrong\n", end="")
    return status


def _convert(options: argparse.Namespace) -> int:
    vn.write(vn.read(options.file), options.to)
    return 0


def _schema(options: argparse.Namespace) -> int:
    print(json.dumps(vn.schema(profile=options.profile), indent=2))
    return 0


def _corpus(options: argparse.Namespace) -> int:
    for path in vn.corpus.copy_to(Path(options.directory)):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
