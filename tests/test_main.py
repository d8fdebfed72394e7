"""The command line: what it prints, and with which status it ends."""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import os
import shlex
import subprocess
import sys

import pytest

import venezuela_news as vn
from venezuela_news._cli import main
from venezuela_news._terminal import printable
from village import village


@pytest.fixture
def file(tmp_path):
    """A file that holds the village's story."""
    path = tmp_path / "story.json"
    vn.write(village(), path)
    return path


def test_without_a_command_the_shipped_story_is_shown(capsys):
    """The bare command prints the page of the shipped story, without color where nobody looks."""
    assert main([]) == 0
    page = capsys.readouterr().out
    assert page.startswith(vn.story().title)
    assert "WHO SAID WHAT" in page
    assert "\x1b" not in page


def test_a_story_in_a_file_is_shown(capsys, file):
    """Show takes a file, and options before or behind the command."""
    assert main(["show", str(file), "--width", "60"]) == 0
    behind = capsys.readouterr().out
    assert main(["--width", "60", "show", str(file)]) == 0
    assert capsys.readouterr().out == behind
    assert max(map(len, behind.splitlines())) <= 60
    assert main(["show", str(file), "--color", "always"]) == 0
    assert "\x1b[1mThe ferry" in capsys.readouterr().out


@pytest.mark.parametrize(("setting", "colored"), [("", True), ("1", False)])
def test_color_is_for_terminals_that_want_it(capsys, monkeypatch, setting, colored):
    """A terminal gets color unless NO_COLOR is set."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", setting)
    main([])
    assert ("\x1b" in capsys.readouterr().out) is colored


def test_documents_are_checked(capsys, file, tmp_path):
    """Check tells each file's problems, goes on behind a bad one, and ends with 1 if any has an error."""
    bad = tmp_path / "bad.json"
    bad.write_text('{"schema_version": 1}')
    doubtful = tmp_path / "old.json"
    doubtful.write_text(file.read_text().replace('"age":40', '"age":111'))
    missing = tmp_path / "none.json"
    assert main(["check", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: nothing is wrong\n"
    assert main(["check", str(doubtful)]) == 0
    assert capsys.readouterr().out.startswith(f"warning {doubtful}: $.people[0].age [implausible-age]\n")
    assert main(["check", str(bad), str(missing), str(file)]) == 1
    told = capsys.readouterr()
    assert told.out.count("[missing-key]") == 5
    assert told.out.endswith(f"{file}: nothing is wrong\n")
    assert told.err == f"{missing}: No such file or directory\n"


def test_a_file_is_parsed_and_checked_once(monkeypatch, file):
    """Check parses each file once, and runs the rules between its records once."""
    from venezuela_news import _consistency
    from venezuela_news._codec import _json

    calls = []
    parse, between = _json.parse, _consistency.problems_between
    monkeypatch.setattr(_json, "parse", lambda *given: (calls.append("parse"), parse(*given))[1])
    monkeypatch.setattr(_consistency, "problems_between", lambda records: (calls.append("rules"), between(records))[1])
    assert main(["check", str(file), str(file)]) == 0
    assert calls == ["parse", "rules"] * 2


def test_nothing_steers_the_terminal(capsys, monkeypatch, tmp_path):
    """Names of files, of keys and of commands that hold escape sequences or direction marks are told with escapes."""
    monkeypatch.chdir(tmp_path)
    name = "a\x1b[2J\u202eb.json"
    (tmp_path / name).write_text('{"k\\u001b[31m\u2066": 1}')
    main(["check", name, "none\x07.json", "b\x1b.txt"])
    main(["show", name])
    main(["show", "none\u2069.json"])
    main(["show", "b\x1b.txt"])
    for words in (["si\x1bng"], ["show", "a", "b\u200f"], ["--width", "\x1b[2J"]):
        with pytest.raises(SystemExit):
            main(words)
    told = "".join(capsys.readouterr())
    assert r"a\x1b[2J\u202eb.json" in told
    assert r"unrecognized arguments: b\u200f" in told
    assert told.replace("\n", "") == printable(told.replace("\n", ""))
    main(["corpus", "to\x1b"])
    assert capsys.readouterr().out.startswith(r"to\x1b/case.schema.json")


@pytest.mark.parametrize(
    ("words", "status"),
    [(("show", "none.json"), 1), (("sing",), 2), (("show", "bad.json"), 1), (("check", "none.json"), 1)],
    ids=["missing", "wrong usage", "bad", "missing to check"],
)
def test_errors_never_go_to_standard_output(words, status, tmp_path):
    """Where standard error is closed, errors are told nowhere, and the status tells that there are some."""
    (tmp_path / "bad.json").write_text("[]")
    command = f"{shlex.join([sys.executable, '-m', 'venezuela_news', *words])} 2>&-"
    done = subprocess.run(["sh", "-c", command], stdout=subprocess.PIPE, cwd=tmp_path, check=False)
    assert (done.returncode, done.stdout) == (status, b"")


@pytest.mark.parametrize("command", ["show", "convert"])
def test_a_bad_document_is_told_without_a_traceback(capsys, tmp_path, command):
    """A command that needs a legal document tells every problem and ends with 1."""
    bad = tmp_path / "bad.json"
    bad.write_text('{"schema_version": 1}')
    more = [str(tmp_path / "out.yaml")] if command == "convert" else []
    assert main([command, str(bad), *more]) == 1
    assert capsys.readouterr().err.count("[missing-key]") == 5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["show", "none.json"], "venezuela-news: none.json: No such file or directory\n"),
        (
            ["show", "story.txt"],
            "venezuela-news: no format is known for 'story.txt'; known are .json, .yaml, .yml, .msgpack\n",
        ),
        (
            ["check", "story.txt"],
            "story.txt: no format is known for 'story.txt'; known are .json, .yaml, .yml, .msgpack\n",
        ),
    ],
    ids=["missing", "unknown", "unknown to check"],
)
def test_a_file_that_cannot_be_read_is_one_line(capsys, monkeypatch, tmp_path, words, said):
    """A missing file and an unknown suffix are one line on standard error, and status 1."""
    monkeypatch.chdir(tmp_path)
    assert main(words) == 1
    assert capsys.readouterr().err == said


def test_a_story_is_converted(file, tmp_path):
    """Convert writes the story in the format of the other file's suffix."""
    out = tmp_path / "story.yaml"
    assert main(["convert", str(file), str(out)]) == 0
    assert vn.read(out) == village()


def test_the_schema_is_printed(capsys):
    """Schema prints the JSON Schema of documents, or its strict variant."""
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == vn.schema()
    assert main(["schema", "--profile", "strict"]) == 0
    assert json.loads(capsys.readouterr().out) == vn.schema(profile="strict")


def test_the_corpus_is_copied_out(capsys, tmp_path):
    """Corpus copies every file, names each, and leaves a folder that holds something alone."""
    target = tmp_path / "corpus"
    assert main(["corpus", str(target)]) == 0
    assert str(target / "story.json") in capsys.readouterr().out.splitlines()
    assert vn.read(target / "story.json") == vn.story()
    assert main(["corpus", str(target)]) == 1
    assert str(target) in capsys.readouterr().err


@pytest.mark.parametrize("words", [["sing"], ["show", "--width", "wide"], ["check"]], ids=str)
def test_wrong_usage_is_told(capsys, words):
    """Wrong usage ends with 2 and says how it is called."""
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert "usage: venezuela-news" in capsys.readouterr().err


def test_the_module_runs_as_a_command():
    """``python -m venezuela_news`` ends with the status of what it did, also into a pipe that closes."""
    run = [sys.executable, "-m", "venezuela_news"]
    done = subprocess.run([*run, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"venezuela_news {vn.__version__}\n"
    assert subprocess.run([*run, "show", "none.json"], capture_output=True, check=False).returncode == 1
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(run, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_command_is_the_module():
    """What is installed as ``venezuela-news`` is what ``python -m venezuela_news`` runs."""
    (script,) = importlib.metadata.distribution("venezuela-news").entry_points.select(group="console_scripts")
    assert (script.name, script.load()) == ("venezuela-news", main)


def test_importing_the_module_runs_nothing(capsys):
    """Tools that walk over a package may import the module; it has the command."""
    assert importlib.import_module("venezuela_news.__main__").main is main
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("words", [(), ("schema",), ("check", "\udcff.json")])
def test_a_terminal_without_the_letters_gets_escapes(words):
    """Where standard output is ASCII, or a file's name is no text, there is no traceback."""
    process = subprocess.run(
        [sys.executable, "-m", "venezuela_news", *words],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in process.stderr
    assert process.returncode == (1 if "check" in words else 0)


def test_a_closed_output_is_no_traceback(monkeypatch):
    """Python has no standard output where the shell closed it; a command works all the same."""
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["show"]) == 0


@pytest.mark.parametrize("width", ["0", "-5", "wide", "1_0", "²"])
def test_a_width_is_one_column_or_more(width, capsys):
    """A width below one, or of other signs than digits, is wrong usage."""
    with pytest.raises(SystemExit) as caught:
        main(["--width", width])
    assert caught.value.code == 2
    assert "from 1 on" in capsys.readouterr().err


def test_a_full_disk_is_named_as_the_output(monkeypatch, capsys):
    """An error of writing that names no file is one of the output."""
    monkeypatch.setattr("venezuela_news.rendering.page", lambda *_, **__: _raise(OSError(28, "No space left")))
    assert main([]) == 1
    assert capsys.readouterr().err == "venezuela-news: the output: No space left\n"


def _raise(error: Exception) -> str:
    raise error
