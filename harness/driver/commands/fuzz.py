"""`wali-cts fuzz`: compares random sequences of calls with Linux."""

from __future__ import annotations

import random
import tempfile
from argparse import Namespace
from pathlib import Path

from ..basics.errors import UserError
from ..building import build
from ..examining.sequences import OPERATION, Pair, Search, difference
from ..running.session import Session
from ..suite import adapter_files
from ..suite.layout import Tree


def command(options: Namespace) -> int:
    """Exit status 1 if a sequence goes differently on the engine than natively."""
    tree = Tree.at(options.build_dir)
    if tree.is_bundle:
        raise UserError("a bundle has no program that makes random calls: run `fuzz` on the sources")
    tree.require_own()
    name = adapter_files.find_one(options.runner, tree).name
    if not options.no_build:
        build.ensure(tree, ["fuzz-programs", "wali-launch", "abi-table", "wali-wasmtime"])
    params = {"runner": options.runner} | ({"abi": options.abi} if options.abi else {})
    if path := adapter_files.overrides(options.engine).get(name):
        params["engine"] = path
    session = Session.create(tree, params)
    with tempfile.TemporaryDirectory(prefix="wali-fuzz-") as directory:
        pair = Pair(session, Path(directory))
        if options.replay:
            return _replay(pair, options.replay)
        seed = random.SystemRandom().randrange(1 << 31) if options.seed is None else options.seed
        print(f"seed {seed}")
        search = Search(pair, seed, options.seconds)
        search.execute()
    print(f"{search.sequences} sequences, {search.operations} operations, {len(search.findings)} findings")
    return 1 if search.findings else 0


def _replay(pair: Pair, text: str) -> int:
    """One sequence, given as the hexadecimal numbers that a finding is printed with."""
    try:
        data = bytes.fromhex(text)
    except ValueError:
        data = b""
    if not data or len(data) % OPERATION:
        raise UserError(f"--replay needs a sequence in hexadecimal, with {2 * OPERATION} digits for each operation")
    sequence = [data[at : at + OPERATION] for at in range(0, len(data), OPERATION)]
    native, engine = pair.run([sequence])
    print(difference(native[0], engine[0]) or "\n".join(native[0]))
    return native != engine
