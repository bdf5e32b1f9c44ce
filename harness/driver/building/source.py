"""The source release: what a commit holds, as one archive."""

from __future__ import annotations

import io
import subprocess
import tarfile

from ..basics.errors import UserError
from ..suite.layout import Tree


def collect(tree: Tree) -> dict[str, bytes]:
    """The files of the commit that the tree is at. Throws UserError if there is none, or if files
    differ from it: a release is of one commit."""
    commit = tree.provenance().get("commit", "")
    if not commit:
        raise UserError(
            f"{tree.source_dir} is no git checkout, and a release is of a commit: clone the repository, or give --wheel"
        )
    if commit.endswith("+changes"):
        raise UserError(
            "files differ from the commit: commit or restore them, or give --wheel, which takes them as they are"
        )
    words = ["git", "-C", str(tree.source_dir), "archive", "--format=tar", commit]
    ran = subprocess.run(words, capture_output=True)
    if ran.returncode:
        raise UserError(f"`{' '.join(words)}` failed: {ran.stderr.decode(errors='replace').strip()}")
    with tarfile.open(fileobj=io.BytesIO(ran.stdout)) as tar:
        return {entry.name: tar.extractfile(entry).read() for entry in tar if entry.isfile()}
