"""The manifest of a bundle: a SHA-256 of each of its files, as `sha256sum --check` reads it."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from ..basics.errors import UserError

NAME = "MANIFEST.sha256"


def render(hashes: dict[str, str]) -> str:
    """The manifest's text, sorted by name."""
    return "".join(f"{hashes[name]}  {name}\n" for name in sorted(hashes))


@functools.cache
def load(root: Path) -> dict[str, str]:
    """The hashes by name, which is relative to the bundle's root. Throws UserError."""
    path = root / NAME
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: {error}") from None
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def difference(root: Path, name: str) -> str | None:
    """Why a file is not what the bundle was made with, or None if it is."""
    path = root / name
    wanted = load(root).get(name)
    if wanted is None:
        return f"{path} is not in {NAME}: it does not belong to this bundle"
    try:
        with open(path, "rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"{path}: {error.strerror}: unpack the bundle again"
    return None if found == wanted else f"{path} differs from {NAME}: unpack the bundle again"
