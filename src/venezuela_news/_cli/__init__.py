"""The command line: shows the story, checks and converts documents, prints the schema, copies the corpus out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import venezuela_news as vn
from venezuela_news import rendering
from venezuela_news._cli._output import complain, complain_at_length, escape_what_is_lacking, width_and_color
from venezuela_news._cli._parser import parser

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0 if all is well, 1 if not, 2 for wrong usage.

    Args:
        arguments: The words of the command line behind the program's name; those of the process if left out.
    """
    escape_what_is_lacking()
    options = parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has enough: head, or a pager that was left. Python would complain once more on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except vn.InvalidStory as error:
        width, color = width_and_color(options, sys.stderr)
        complain_at_length(rendering.problems(error.problems, name=options.file, width=width, color=color))
        return 1
    except vn.NewsError as error:
        complain(f"venezuela-news: {error}")
        return 1
    except OSError as error:
        where = "the output" if error.filename is None else error.filename
        complain(f"venezuela-news: {where}: {error.strerror}")
        return 1
    return status
