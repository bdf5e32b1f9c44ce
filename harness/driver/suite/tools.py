"""Finding the tools that the driver runs or imports."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

from ..basics.errors import UserError
from .layout import Tree

# The options FileCheck is always run with, and no others: every line must be matched in
# order, and none may be left over.
FILECHECK_OPTIONS = ("--match-full-lines", "--implicit-check-not={{.}}", "--enable-var-scope")


def prefix_option(prefixes: list[str]) -> list[str]:
    """FileCheck's option for prefixes, unless its own default is all that is needed."""
    return [] if prefixes == ["CHECK"] else [f"--check-prefixes={','.join(prefixes)}"]


def newest(tool: str) -> str | None:
    """The path of a tool on PATH: the one of the highest version (lit-22), or the plain one."""
    for version in range(40, 15, -1):
        if path := shutil.which(f"{tool}-{version}"):
            return path
    return shutil.which(tool)


def filecheck(tree: Tree) -> str:
    """The FileCheck that CMake found."""
    return _tool(tree, "filecheck", "FileCheck")


def lit(tree: Tree) -> str:
    """The lit that CMake found."""
    return _tool(tree, "lit", "lit")


def lit_command(tree: Tree) -> list[str]:
    """How lit is started: a bundle's by this Python, another by the one that it is installed for."""
    return [sys.executable, lit(tree)] if tree.is_bundle else [lit(tree)]


def make_lit_importable(tree: Tree) -> None:
    """For commands that need lit's modules in their own process: its package lies beside
    its script, as LLVM installs it, or is installed for this Python."""
    if importlib.util.find_spec("lit"):
        return
    package = Path(lit(tree)).resolve().parents[1] / "utils" / "lit"
    if package.is_dir():
        sys.path.append(str(package))
    if not importlib.util.find_spec("lit"):
        raise UserError(
            f"{lit(tree)} comes without its Python package: install llvm's tools (Debian: llvm-22-tools)"
        )


def lit_package(tree: Tree) -> Path:
    """The directory of lit's package. Throws UserError."""
    make_lit_importable(tree)
    return Path(importlib.util.find_spec("lit").origin).parent


def _tool(tree: Tree, key: str, name: str) -> str:
    path = tree.build_info().get(key) or newest(name)
    found = shutil.which(tree.build_dir / path) if path else None  # a bundle's path is relative
    if not found:
        raise UserError(f"{name} not found: install llvm's tools (Debian: llvm-22-tools) and run cmake again")
    return str(found)
