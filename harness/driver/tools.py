"""Finding the tools that the driver runs or imports."""

from __future__ import annotations

import shutil

from .errors import UserError
from .tree import Tree

# The options FileCheck is always run with, and no others: every line must be matched in
# order, and none may be left over.
FILECHECK_OPTIONS = ("--match-full-lines", "--implicit-check-not={{.}}", "--enable-var-scope")


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


def _tool(tree: Tree, key: str, name: str) -> str:
    path = tree.build_info().get(key) or newest(name)
    if not path or not shutil.which(path):
        raise UserError(f"{name} not found: install llvm's tools (Debian: llvm-22-tools) and run cmake again")
    return path
