"""`wali-cts doctor`: what this machine, or an engine, has and lacks."""

from __future__ import annotations

import os
import platform
import shlex
import subprocess
import sys
import textwrap
from argparse import Namespace

from ..basics.errors import UserError
from ..basics.machine import filesystem
from ..building import build
from ..examining import steps
from ..running.session import scratch_directory
from ..running.verdict import shorten
from ..running.version import query_version
from ..suite import adapter_files, features, manifest
from ..suite.adapters import Adapter
from ..suite.expectation import OLDEST, running_kernel
from ..suite.layout import Tree


def command(options: Namespace) -> int:
    """Exit status 1 if something is lacking."""
    tree = Tree.at(options.build_dir)
    engines = adapter_files.overrides(options.engine)
    # First, so that what is wrong with an adapter does not stand behind a page about the machine.
    adapters = [adapter for spec in options.runner or [] for adapter in adapter_files.find(spec, tree)]
    complete = _machine(tree)
    may_build = complete and not options.no_build
    for adapter in adapters:
        complete = _runner(adapter, tree, engines.get(adapter.name), may_build) and complete
    return 0 if complete else 1


def _line(good: bool, name: str, text: str) -> bool:
    print(f"{'ok  ' if good else 'FAIL'}  {name:20} {text}")
    return good


def _machine(tree: Tree) -> bool:
    complete = _line(sys.version_info >= (3, 11), "python", f"{platform.python_version()} ({sys.executable})")
    complete &= tree.is_bundle or _tools(tree)
    scratch = scratch_directory()
    complete &= _kernel()
    _line(True, "file system", f"{filesystem(scratch)} at {scratch}")
    if not tree.launcher.exists():
        _line(True, "build", f"{tree.build_dir} holds no build yet")
        return complete
    foreign = tree.foreign()
    complete &= _line(not foreign, "build", foreign or str(tree.build_dir))
    complete &= not tree.is_bundle or _bundle(tree)
    found = features.probe(tree.launcher, "auto", scratch)
    for feature, meaning in features.FEATURES.items():
        print(f"{'has ' if feature in found else 'none'}  {feature:20} {meaning}")
    if "namespaces" not in found and (reason := features.refusal(tree.launcher, scratch)):
        print(f"note  {'namespaces':20} {reason}: an engine is not isolated, and sees the machine's files")
    return complete


def _tools(tree: Tree) -> bool:
    """Whether all that the build needs is there. What to do about what is not is said once."""
    complete, missing = True, []
    for need in build.NEEDS:
        path = need.find()
        runs, text = _with_version(path) if path else (False, "missing")
        if not runs and (reason := need.spared(tree)):
            print(f"note  {need.name:20} {text}: {reason}")
            continue
        complete &= _line(runs, need.name, text)
        missing += [] if path else [need]
    for remedy in build.remedies(missing):
        print(f"      {remedy}")
    return complete


def _kernel() -> bool:
    """Whether this is a kernel that the suite is for."""
    text = f"{platform.system()} {platform.release()} {platform.machine()}"
    is_young_enough = running_kernel() >= OLDEST
    oldest = ".".join(map(str, OLDEST))
    advice = "" if is_young_enough else f": the suite is for Linux {oldest} and later"
    return _line(is_young_enough, "kernel", text + advice)


def _bundle(tree: Tree) -> bool:
    """Whether every file of a bundle is what it was made with."""
    names = manifest.load(tree.source_dir)
    differing = [reason for name in names if (reason := manifest.difference(tree.source_dir, name))]
    more = f" (and {len(differing) - 1} more)" if len(differing) > 1 else ""
    text = differing[0] + more if differing else f"{len(names)} files, as {manifest.NAME} says"
    return _line(not differing, "bundle", text)


def _with_version(path: str) -> tuple[bool, str]:
    """Whether a file can be used, and its path, with its version if it is a program that says
    so, or why it does not run."""
    if not os.access(path, os.X_OK) or os.path.isdir(path):
        return True, path
    try:
        ran = subprocess.run([path, "--version"], capture_output=True, text=True, errors="replace", timeout=10)
    except subprocess.TimeoutExpired:
        return False, f"{path} does not run: `--version` does not end"
    except OSError as error:
        return False, f"{path} does not run: {error.strerror}"
    if ran.returncode != 0:
        said = (ran.stderr.strip() or ran.stdout.strip() or f"exit status {ran.returncode}").splitlines()
        return False, shorten(f"{path} does not run: `--version` says: {said[0]}")
    lines = [line.strip() for line in (ran.stdout or ran.stderr).splitlines() if any(c.isdigit() for c in line)]
    return True, f"{path} ({lines[0]})" if lines else path


def _runner(adapter: Adapter, tree: Tree, engine: str | None, may_build: bool) -> bool:
    """Whether an engine is found, says its version, and passes every step. `engine` is where
    --engine says that it is."""
    print(f"runner {adapter.name}")
    try:
        resolved = adapter.resolve(tree, engine)
    except UserError as error:
        return _line(False, "engine", str(error))
    _line(True, "engine", resolved.command[0])
    _line(True, "revisions", ", ".join(resolved.abi))
    if resolved.is_native:
        return True
    if reason := tree.foreign():
        return _line(False, "build", reason)
    if may_build:
        build.ensure(tree, build.SUITE_TARGETS)
    if not tree.launcher.exists():
        return _line(False, "build", f"{tree.launcher} is missing: run `harness/wali-cts run`")
    version = query_version(tree, resolved)
    if resolved.version or version:
        _line(version is not None, "version", version or "its version command failed: look at `version`")
    else:
        print(f"note  {'version':20} the adapter has no `version`: results will not say which engine this was")
    climbed = [_climb(tree, resolved, abi) for abi in resolved.abi]
    return all(climbed)


def _climb(tree: Tree, adapter: Adapter, abi: str) -> bool:
    """Whether the engine takes all steps; each that fails is explained in words."""
    print(f"steps, {abi}")
    passed, first = 0, ""
    try:
        for outcome in steps.climb(tree, adapter, abi):
            passed += outcome.verdict == "pass"
            first = first or ("" if outcome.verdict == "pass" else outcome.step.program)
            _say(outcome)
    except UserError as error:
        return _line(False, "steps", str(error))
    of = len(steps.STEPS)
    _line(passed == of, "steps", f"{passed} of {of}")
    if first:
        print(f"      more: harness/wali-cts run --runner {shlex.quote(adapter.option)} --abi {abi} -v {first}")
    return passed == of


def _say(outcome: steps.Outcome) -> None:
    step = outcome.step
    if outcome.verdict == "pass":
        took = f"{outcome.seconds * 1000:.0f} ms"
        _line(True, step.name, f"{step.program or 'a module that does nothing'}, in {took}")
        return
    what = f"{outcome.verdict}: {step.program or 'a module that does nothing'}"
    _line(False, step.name, f"{what}: {outcome.detail}" if outcome.detail else what)
    for line in outcome.said:
        if line not in outcome.detail:
            print(f"      says: {line}")
    if outcome.verdict != "skip":
        for line in textwrap.wrap(f"look at: {outcome.advice}", 100, break_on_hyphens=False):
            print(f"      {line}")
