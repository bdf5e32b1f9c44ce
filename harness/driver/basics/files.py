"""Files that are read and written whole."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path

from .errors import UserError
from .text import all_printable


def sha256(path: Path) -> str:
    """The hash of a file's bytes, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_json(path: Path, content: dict) -> None:
    """Writes a results.json."""
    replace(path, json.dumps(content, indent=1).encode() + b"\n")


def replace(path: Path, data: bytes) -> None:
    """Writes a file. A reader sees the old file or the new one, never half of one."""
    temporary = path.with_name(path.name + ".new")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def read_json(path: Path) -> object:
    """What a JSON file holds. Throws UserError if it cannot be read."""
    try:
        return json.loads(path.read_text())
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise UserError(f"{path}: {error}") from None


def read_schema(path: Path, schema: int, key: str, writer: str) -> dict:
    """What a file holds that `writer`, a command, wrote in this schema: an object that has
    `key`. Throws UserError if it is no such file."""
    content = all_printable(read_json(path))
    if not isinstance(content, dict) or content.get("schema") != schema or key not in content:
        raise UserError(f"{path}: is not a file of schema {schema} that `wali-cts {writer}` writes: make it again")
    return content
