"""What an engine says that its version is."""

from __future__ import annotations

import json
import subprocess
import tempfile

from ..basics.text import one_line
from ..suite.adapters import Adapter
from ..suite.layout import Tree
from .session import default_identity, scratch_directory, view_words

_SECONDS = 10

# What a file of results says where there is no version.
UNKNOWN = "unknown"


def query_version(
    tree: Tree, adapter: Adapter, isolation: str | None = None, scratch: str | None = None
) -> str | None:
    """The first line that the adapter's version command prints, or None if it fails or there is none. It
    runs in the isolation in which the engine runs programs, and sees no more than then. An adapter
    that knows the version already is believed."""
    if adapter.known_version:
        return adapter.known_version
    if not adapter.version or not tree.launcher.exists():
        return None
    with tempfile.NamedTemporaryFile(prefix="wali-record-") as record:
        words = [str(tree.launcher), "--record", record.name, "--timeout", f"{_SECONDS}"]
        words += ["--identity", default_identity(), "--isolation", isolation or "auto"]
        words += ["--scratch", scratch_directory(scratch), *view_words(tree, adapter)]
        for name, value in adapter.environment.items():
            words += ["--engine-env", f"{name}={value}"]
        try:
            ran = subprocess.run(
                [*words, "--", *adapter.version, "--"], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                errors="replace",
            )  # fmt: skip
            ended = json.loads(record.read().splitlines()[-1])
        except (OSError, IndexError, json.JSONDecodeError):
            return None
    if ended.get("ended") != "exited" or ended.get("status") != 0:
        return None
    lines = (ran.stdout.strip() or ended.get("stderr", "").strip()).splitlines()
    # The transcript makes visible that the last line has no end, and blanks in a row.
    return one_line(lines[0].removesuffix("\\c").replace("\\x20", " ").strip()) if lines else None
