"""Keeping two commands from writing to one directory at once."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from .errors import UserError


@contextlib.contextmanager
def held(directory: Path, wait: bool = False) -> Iterator[bool]:
    """Holds a directory that exists; yields False if another process has it and `wait` is not
    set. The kernel lets go of it when this process ends, however it ends; nothing is left in
    the directory. A file system that knows no such locks keeps nobody out."""
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            free = True
        except OSError as error:
            free = error.errno != errno.EWOULDBLOCK
        yield free
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def alone(directory: Path, does: str, elsewhere: str) -> Iterator[None]:
    """Holds a directory for this command alone; it is made, and tried, before the command's work, which
    would be in vain otherwise. What was made goes again if the command leaves nothing in it. Throws UserError,
    in which the command `does` something to the directory, and `elsewhere` says how to name another one."""
    made: list[Path] = []
    try:
        made += [place for place in (directory, *directory.parents) if not place.exists()]
        directory.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=directory):
            pass
    except OSError as error:
        _remove_empty(made)
        raise UserError(f"{directory}: {error.strerror}: {elsewhere}") from None
    with held(directory) as free:
        if not free:
            raise UserError(f"another command {does} to {directory}: wait for its end, or {elsewhere}")
        try:
            yield
        finally:
            _remove_empty(made)


def _remove_empty(directories: Sequence[Path]) -> None:
    """Removes directories, each of which lies in the next, up to the first that holds something."""
    with contextlib.suppress(OSError):
        for directory in directories:
            directory.rmdir()
