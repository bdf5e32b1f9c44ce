"""Keeping two commands from writing to one directory at once."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path


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
