"""`wali-cts bundle`: the suite as one archive, for a machine with Python and nothing else."""

from __future__ import annotations

import hashlib
import platform
from argparse import Namespace
from pathlib import Path

from ..basics import files
from ..basics.errors import UserError
from ..building import build
from ..building.archive import ENGINE, archive, collect
from ..suite.layout import Tree


def command(options: Namespace) -> int:
    """Builds, and writes the archive; exit status 0."""
    tree, path = Tree.at(options.build_dir), Path(options.file)
    if not path.name.endswith((".tar.gz", ".tgz")):
        raise UserError(f"{path}: the archive's name must end in .tar.gz")
    if tree.is_bundle:
        raise UserError(f"{tree.source_dir} is a bundle already: make bundles from the source tree")
    tree.require_own()
    if not options.no_build:
        build.ensure(tree, [*build.SUITE_TARGETS, *(() if options.without_engine else (ENGINE,))])
    contents = collect(tree, not options.without_engine)
    data = archive(contents, f"wali-cts-{tree.build_info()['version']}-{platform.machine()}")
    files.save(path, data)
    unpacked = sum(len(content) for content in contents.values())
    print(f"{path}: {files.shown_size(len(data))}, {len(contents)} files, {files.shown_size(unpacked)} unpacked")
    print(f"SHA-256 {hashlib.sha256(data).hexdigest()}")
    return 0
