"""Files that are read and written whole."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import os
import zlib
from pathlib import Path

from .errors import UserError
from .text import all_printable


def users_cache() -> Path:
    """The user's own directory for what can be made again, which need not be there yet."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "wali-cts"


def sha256(path: Path) -> str:
    """The hash of a file's bytes, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_json(path: Path, content: dict) -> None:
    """Writes a results.json."""
    replace(path, as_json(content))


def as_json(content: dict) -> bytes:
    """The bytes of a results.json."""
    return json.dumps(content, indent=1).encode() + b"\n"


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


def save(path: Path, data: bytes) -> None:
    """As `replace`, for a file that the user named. Throws UserError if it cannot be written."""
    try:
        replace(path, data)
    except OSError as error:
        raise UserError(f"{path} cannot be written: {reason(error)}") from None


def reason(error: Exception) -> str:
    """Why a file cannot be read or written, in words."""
    if isinstance(error, FileNotFoundError):
        return "its directory does not exist"
    if isinstance(error, IsADirectoryError):
        return "it is a directory"
    if isinstance(error, UnicodeDecodeError):
        return "it is not text"
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def _unpacked(data: bytes) -> bytes:
    """What a file holds, which may be packed with gzip. Throws OSError if it is damaged."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return gzip.decompress(data)
    except (EOFError, zlib.error) as error:
        raise OSError(f"it is packed with gzip, and damaged: {error}") from None


def read_schema(path: Path, schema: int, key: str, writer: str) -> dict:
    """What a file holds that `writer`, a command, wrote in this schema: an object that has
    `key`. It may be packed with gzip. Throws UserError if it is no such file."""
    wanted = f"name a file that `harness/wali-cts {writer}` wrote"
    try:
        text = _unpacked(path.read_bytes()).decode()
        content = all_printable(json.loads(text))
    except FileNotFoundError:
        raise UserError(f"{path} does not exist: {wanted}") from None
    except json.JSONDecodeError as error:
        what = f"is not JSON ({error})" if text.strip() else "is empty"
        raise UserError(f"{path} {what}: {wanted}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path} cannot be read: {reason(error)}: {wanted}") from None
    if not isinstance(content, dict) or key not in content or "schema" not in content:
        raise UserError(f"{path} is a file of another kind: {wanted}")
    if content["schema"] != schema:
        raise UserError(
            f"{path} has schema {content['schema']}, and this wali-cts reads schema {schema}: "
            f"make it again with `harness/wali-cts {writer}`"
        )
    return content


def shown_size(octets: int) -> str:
    """A file's size for a reader: "318 bytes", "4.2 kB", "17.9 MB". A kB is 1000 bytes."""
    if octets < 1000:
        return f"{octets} bytes"
    if octets < 999_950:  # above that it would be rounded to 1000.0 kB
        return f"{octets / 1e3:.1f} kB"
    return f"{octets / 1e6:.1f} MB"
