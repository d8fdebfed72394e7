"""The commands: each takes the options and gives the exit status."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import venezuela_news as vn
from venezuela_news import rendering
from venezuela_news._cli._output import complain, say, say_line, width_and_color
from venezuela_news._codec import check_file

if TYPE_CHECKING:
    import argparse

__all__ = ["check", "convert", "copy_corpus", "print_schema", "show"]


def show(options: argparse.Namespace) -> int:
    """Show a story as a page."""
    story = vn.read(options.file) if options.file else vn.story()
    width, color = width_and_color(options, sys.stdout)
    say(rendering.page(story, width=width, color=color))
    return 0


def check(options: argparse.Namespace) -> int:
    """Say what is wrong or doubtful in documents, and go on behind one that can't be read."""
    status = 0
    width, color = width_and_color(options, sys.stdout)
    for name in options.files:
        try:
            problems = check_file(name)
        except OSError as error:
            complain(f"{name}: {error.strerror}")
            status = 1
        except vn.NewsError as error:
            complain(f"{name}: {error}")
            status = 1
        else:
            if any(problem.severity is vn.Severity.ERROR for problem in problems):
                status = 1
            if problems:
                say(rendering.problems(problems, name=name, width=width, color=color))
            else:
                say_line(f"{name}: nothing is wrong")
    return status


def convert(options: argparse.Namespace) -> int:
    """Write a story in another format."""
    vn.write(vn.read(options.file), options.to)
    return 0


def print_schema(options: argparse.Namespace) -> int:
    """Print the JSON Schema of documents."""
    say(f"{json.dumps(vn.schema(profile=options.profile), indent=2)}\n")
    return 0


def copy_corpus(options: argparse.Namespace) -> int:
    """Copy the corpus out, and name each file."""
    for path in vn.corpus.copy_to(Path(options.directory)):
        say_line(str(path))
    return 0
