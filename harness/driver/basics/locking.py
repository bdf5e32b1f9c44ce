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

_TRIES = 10


@contextlib.contextmanager
def held(directory: Path, wait: bool = False) -> Iterator[bool]:
    """Holds a directory that exists; yields False if another process has it and `wait` is not
    set. The kernel lets go of it when this process ends, however it ends; nothing is left in
    the directory. A file system that knows no such locks keeps nobody out. Throws FileNotFoundError
    if who held it before has removed it."""
    while True:
        descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
        try:
            free = _lock(descriptor, wait)
            if free and not os.path.samestat(os.fstat(descriptor), os.stat(directory)):
                continue  # a third one has made it anew
            yield free
            return
        finally:
            os.close(descriptor)


def _lock(descriptor: int, wait: bool) -> bool:
    """False if another process has the lock."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        return True
    except OSError as error:
        return error.errno != errno.EWOULDBLOCK


@contextlib.contextmanager
def alone(directory: Path, does: str, elsewhere: str) -> Iterator[None]:
    """Holds a directory for this command alone; it is made, and tried, before the command's work, which
    would be in vain otherwise. What was made goes again if the command leaves nothing in it. Throws UserError,
    in which the command `does` something to the directory, and `elsewhere` says how to name another one."""
    made: list[Path] = []
    with contextlib.ExitStack() as holding:
        try:
            free = _make_and_hold(directory, made, holding)
        except OSError as error:
            _remove_empty(made)
            raise UserError(f"{directory}: {error.strerror}: {elsewhere}") from None
        if not free:
            raise UserError(f"another command {does} to {directory}: wait for its end, or {elsewhere}")
        try:
            yield
        finally:
            _remove_empty(made)


def _make_and_hold(directory: Path, made: list[Path], holding: contextlib.ExitStack) -> bool:
    """Makes a directory, tries and holds it, and adds to `made` what was not there; False if another process has it.
    That one may remove it, at its end, after it was found here and before it is held: then it is made once more."""
    tries = 0
    while True:
        made[:] = [place for place in (directory, *directory.parents) if place in made or not place.exists()]
        try:
            directory.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=directory):
                pass
            return holding.enter_context(held(directory))
        except FileNotFoundError:
            tries += 1
            if tries == _TRIES:  # such as in /proc, where nothing can be made
                raise


def _remove_empty(directories: Sequence[Path]) -> None:
    """Removes directories, each of which lies in the next, up to the first that holds something."""
    with contextlib.suppress(OSError):
        for directory in directories:
            directory.rmdir()
