"""What lint refuses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..suite.layout import Tree


@dataclass(frozen=True, order=True)
class Refusal:
    """Something that lint refuses: where, and why."""

    path: Path
    line: int
    message: str


def relative(path: Path, tree: Tree) -> Path:
    """A path as refusals name it: from the source tree."""
    return path.relative_to(tree.source_dir) if path.is_relative_to(tree.source_dir) else path
