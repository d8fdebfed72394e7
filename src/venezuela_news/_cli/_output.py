"""The output of commands: results on standard output, errors on standard error and nowhere else."""

from __future__ import annotations

import io
import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

from venezuela_news._terminal import printable

if TYPE_CHECKING:
    import argparse

__all__ = ["complain", "complain_at_length", "escape_what_is_lacking", "say", "say_line", "width_and_color"]


def escape_what_is_lacking() -> None:
    """Let both streams write as escapes what they can't write: letters that the terminal lacks, names that are no text."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Write lines that are fit for a terminal to standard output."""
    _write(sys.stdout, text)


def say_line(text: str) -> None:
    """Write one line to standard output, what is not printable as escapes."""
    _write(sys.stdout, f"{printable(text)}\n")


def complain(text: str) -> None:
    """Write one line to standard error, what is not printable as escapes."""
    complain_at_length(f"{printable(text)}\n")


def complain_at_length(lines: str) -> None:
    """Write lines that are fit for a terminal to standard error."""
    _write(sys.stderr, lines)


def _write(stream: TextIO | None, text: str) -> None:
    # A stream that the shell closed is None, and print() would take standard output in its place.
    if stream is not None:
        stream.write(text)


def width_and_color(options: argparse.Namespace, stream: TextIO | None) -> tuple[int, bool]:
    """Give the width of pages in columns, and whether they are colored, by the options and the stream."""
    width: int = options.width or max(1, shutil.get_terminal_size().columns)
    # https://no-color.org: a variable that is set to anything at all turns color off.
    auto = stream is not None and stream.isatty() and not os.environ.get("NO_COLOR")
    return width, options.color == "always" or (options.color == "auto" and auto)
