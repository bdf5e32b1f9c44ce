"""`wali-cts release`: everything that a version is published as, in one directory."""

from __future__ import annotations

import hashlib
import platform
from argparse import Namespace
from pathlib import Path

from ..basics import files
from ..basics.errors import UserError
from ..building import archive, build, source, wheel
from ..suite.layout import Tree


def command(options: Namespace) -> int:
    """Builds, and writes the source release, the bundle, the wheel and SHA256SUMS; exit status 0.
    With --wheel, only the wheel, of the tree as it is."""
    tree, directory = Tree.at(options.build_dir), Path(options.directory)
    if tree.is_bundle:
        raise UserError(f"{tree.source_dir} is a bundle: a release is made from the source tree")
    tree.require_own()
    if not options.no_build:
        build.ensure(tree, [*build.SUITE_TARGETS, *(() if options.without_engine else (archive.ENGINE,))])
    made = _made(tree, options)
    made["SHA256SUMS"] = "".join(
        f"{hashlib.sha256(made[name]).hexdigest()}  {name}\n" for name in sorted(made)
    ).encode()
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            files.replace(directory / name, content)
            print(f"{directory / name}: {files.shown_size(len(content))}")
    except OSError as error:
        raise UserError(f"{error.filename}: {error.strerror}") from None
    return 0


def _made(tree: Tree, options: Namespace) -> dict[str, bytes]:
    version = tree.build_info()["version"]
    stem = f"wali-cts-{version}"
    made = {} if options.wheel else {f"{stem}.tar.gz": archive.archive(source.collect(tree), stem)}
    bundle = archive.collect(tree, not options.without_engine)
    if not options.wheel:
        name = f"{stem}-{platform.machine()}"
        made[f"{name}.tar.gz"] = archive.archive(bundle, name)
    return made | {wheel.name(version, bundle): wheel.wheel(version, bundle)}
