"""Files: read up to a limit, written whole or not at all.

A file is written beside its target under a name of its own, the part file, and then put in the
target's place. While it is written, the part file is locked: one that is not locked was left by a
process that was killed, and the next to write that target clears it away.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["read_bytes", "write_bytes"]


def _error(number: int, path: str | os.PathLike[str], message: str = "") -> OSError:
    return OSError(number, message or os.strerror(number), os.fspath(path))


def _checked(path: str | os.PathLike[str]) -> Path:
    """A path that can name a file.

    Raises:
        OSError: It holds a null character.
    """
    if "\0" in os.fspath(path):
        raise _error(errno.EINVAL, path, "the path holds a null character")
    return Path(path)


def read_bytes(path: str | os.PathLike[str], most: int) -> bytes | int:
    """Read a file of at most some bytes.

    Returns:
        The bytes; or, where there are more, how many there are at least. Then hardly any were read
        of a regular file, and as many as allowed of anything else.

    Raises:
        OSError: The file can't be read.
    """
    with _checked(path).open("rb") as file:
        found = os.fstat(file.fileno())
        if stat.S_ISREG(found.st_mode) and found.st_size > most:
            return found.st_size
        data = file.read(most + 1)
    return data if len(data) <= most else len(data)


def write_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file, which is there whole or not at all; a symbolic link is written through.

    A new file has the permissions that the process gives to new files; a file that is replaced
    keeps its own.

    Raises:
        OSError: The file can't be written, or something else than a regular file stands there.
            What stood there stands there still.
    """
    path = _checked(path)
    try:
        target = path.resolve()
    except RuntimeError:
        raise _error(errno.ELOOP, path) from None
    mode = _mode_to_keep(target, path)
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(target.parent))
    _clear_away(target)
    with _part_file(target) as (part, descriptor):
        with open(descriptor, "wb", closefd=False) as file:
            file.write(data)
            file.flush()
            if mode is not None:
                part.chmod(mode)
            os.fsync(descriptor)
        part.replace(target)
    _sync_directory(target.parent)


def _mode_to_keep(target: Path, path: Path) -> int | None:
    """The permissions of the regular file that is to be replaced; ``None`` if nothing is there."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise _error(errno.EISDIR, path)
    if not stat.S_ISREG(mode):
        raise _error(errno.EEXIST, path, "something stands there that is no regular file")
    return stat.S_IMODE(mode)


def _prefix(target: Path) -> str:
    # File names have 255 bytes at most, of which four may go to one character.
    return f".{target.name[:40]}."


@contextlib.contextmanager
def _part_file(target: Path) -> Generator[tuple[Path, int]]:
    """Make a part file of a target, locked; it is gone afterwards, if it was not put in the target's place."""
    while True:
        part = target.parent / f"{_prefix(target)}{secrets.token_hex(8)}.part"
        # The system gives a new file the permissions that the process's umask leaves of these.
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0), 0o666)
        if _lock(descriptor) is not False and part.exists():
            break
        # Somebody who clears away took it for one that was left, before it was locked.
        os.close(descriptor)
        part.unlink(missing_ok=True)
    try:
        yield part, descriptor
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool | None:
    """Lock a file for this process: false if somebody else has, nothing where the system has no such locks."""
    try:
        import fcntl
    except ImportError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return None if error.errno not in (errno.EAGAIN, errno.EACCES) else False
    return True


def _clear_away(target: Path) -> None:
    """Remove the part files of a target that were left by processes that were killed.

    Only a lock tells which these are. What can't be listed, opened or removed is left: clearing
    away is no part of the promise.
    """
    prefix = _prefix(target)
    with contextlib.suppress(OSError):
        for part in target.parent.iterdir():
            if part.name.startswith(prefix) and part.suffix == ".part":
                with contextlib.suppress(OSError), part.open("rb") as file:
                    if _lock(file.fileno()):
                        part.unlink()


def _sync_directory(directory: Path) -> None:
    """Let the directory's change outlast a loss of power, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
