"""Files: written whole or not at all, with the permissions that files have, and nothing left behind."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import threading

import pytest

import venezuela_news as vn
from venezuela_news._codec import _files
from venezuela_news._codec._files import read_bytes, write_bytes
from village import village

STORY = village()


@pytest.fixture
def target(tmp_path):
    return tmp_path / "story.json"


def test_the_umask_is_never_touched(target, monkeypatch):
    """Writing asks for the permissions of new files as every program does, and never sets the process's umask."""
    monkeypatch.setattr(os, "umask", None)
    vn.write(STORY, target)
    vn.write(STORY, target)
    assert vn.read(target) == STORY


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_usual_permissions(target, mask, mode):
    """A new file has what the umask leaves of reading and writing for all."""
    before = os.umask(mask)
    try:
        vn.write(STORY, target)
    finally:
        os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == mode


def test_a_replaced_file_keeps_its_permissions(target):
    """A file that is replaced keeps its own permissions."""
    target.write_text("old")
    target.chmod(0o604)
    vn.write(STORY, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o604


def test_many_threads_write_one_file(target):
    """Threads that write one file leave one of their stories, and no part files."""
    threads = [threading.Thread(target=vn.write, args=(STORY, target)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert vn.read(target) == STORY
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["fifo", "directory"])
def test_only_a_regular_file_is_replaced(target, make):
    """A pipe or a directory is left as it is, with an error of the system's kind."""
    make(target)
    before = target.stat().st_mode
    with pytest.raises(OSError, match=r"no regular file|Is a directory"):
        vn.write(STORY, target)
    assert target.stat().st_mode == before


def test_a_link_is_written_through(target):
    """The file that a symbolic link leads to is written; a link that leads in a circle is an error."""
    link = target.with_name("link.json")
    link.symlink_to(target)
    vn.write(STORY, link)
    assert link.is_symlink()
    assert vn.read(target) == STORY
    circle = target.with_name("circle.json")
    circle.symlink_to(circle)
    with pytest.raises(OSError, match=r"[Ss]ymbolic links") as caught:
        vn.write(STORY, circle)
    assert caught.value.errno == errno.ELOOP


@pytest.mark.parametrize("door", [vn.read, lambda path: vn.write(STORY, path)], ids=["read", "write"])
def test_a_null_character_is_no_path(door):
    """A path with a null character is an error of the system's kind, in plain words."""
    with pytest.raises(OSError, match="the path holds a null character"):
        door("a\0.json")


def test_a_failure_leaves_what_stood_there(target, monkeypatch):
    """Where writing fails, the old file stands and no part file is left."""
    target.write_bytes(b"old")

    def fail(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        write_bytes(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_the_directory_is_synced(target, monkeypatch):
    """The file's bytes and then its directory are brought to the disk; a system that can't do the second is excused."""
    synced = []
    fsync = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda descriptor: (synced.append(os.fstat(descriptor).st_mode), fsync(descriptor))
    )
    write_bytes(target, b"new")
    assert [stat.S_ISDIR(mode) for mode in synced] == [False, True]


def test_part_files_of_killed_processes_are_cleared_away(target):
    """A part file that nobody holds a lock of is removed; one that is being written stays, and so do others' files."""
    left = target.with_name(f".{target.name}.0123456789abcdef.part")
    left.write_bytes(b"half")
    other = target.with_name(".other.json.0123456789abcdef.part")
    other.write_bytes(b"half")
    with _files._part_file(target) as (held, _):
        write_bytes(target, b"new")
        assert not left.exists()
        assert held.exists()
        assert other.exists()
        held.unlink()


def test_a_part_file_taken_for_a_left_one_is_made_anew(target, monkeypatch):
    """Where another process clears a part file away before it is locked, another one is made."""
    tries = []
    lock = _files._lock

    def taken_once(descriptor):
        tries.append(descriptor)
        return lock(descriptor) if len(tries) > 1 else False

    monkeypatch.setattr(_files, "_lock", taken_once)
    write_bytes(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("number", [errno.EAGAIN, errno.ENOLCK])
def test_files_are_written_where_locks_fail(target, monkeypatch, number):
    """A lock that is held, and a system that has none to give, are told apart; where there are none, writing works."""
    import fcntl

    def refuse(descriptor, operation):
        raise OSError(number, "")

    monkeypatch.setattr(fcntl, "flock", refuse)
    assert _files._lock(0) is (False if number == errno.EAGAIN else None)
    if number == errno.ENOLCK:
        write_bytes(target, b"new")
        assert target.read_bytes() == b"new"


def test_files_are_written_where_there_are_no_locks(target, monkeypatch):
    """Without the module that locks, as on Windows, files are written, and nothing is cleared away."""
    monkeypatch.setitem(sys.modules, "fcntl", None)
    left = target.with_name(f".{target.name}.0123456789abcdef.part")
    left.write_bytes(b"half")
    write_bytes(target, b"new")
    assert target.read_bytes() == b"new"
    assert left.exists()


def test_what_is_missing_is_named(target):
    """A directory that is not there is named, not the file in it."""
    with pytest.raises(FileNotFoundError) as caught:
        vn.write(STORY, target / "deep" / "story.json")
    assert caught.value.filename == str(target / "deep")
    with contextlib.suppress(OSError):
        read_bytes(target, 1)
