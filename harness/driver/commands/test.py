"""`wali-cts test`: the project's own tests."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import time
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from ..basics import interrupts
from ..basics.errors import UserError
from ..basics.progress import Progress
from ..building import build, sanitized
from ..building import toolchains as building_toolchains
from ..diagnosis.matrix import BEHAVIOUR, INTERFACE
from ..examining import sequences, unit_tests
from ..linting import lint
from ..mutation import campaign, mutants, profiles
from ..results.completeness import Scope
from ..results.suite_run import SuiteOptions, SuiteRun
from ..running.session import Session
from ..suite.layout import Tree
from . import run, toolchains

# So many mutants of each class are tried, always the same ones while their list stays as it is.
_MUTANTS = {INTERFACE: 150, BEHAVIOUR: 50}

# Modules of other compilers: of every so many programs. `wali-cts toolchains` tries all.
_EVERY = 25

# Random sequences: the same ones every time, as many as there is time for.
_FUZZ_SEED, _FUZZ_SECONDS = 1, 5.0


# An engine may hold low descriptors of its own. This one holds 3 and 5; the programs of these groups
# are those that open most, and none may rely on the number that it gets.
_WITH_DESCRIPTORS = """\
name = "wasmtime-with-descriptors"
command = [
  "/bin/sh", "-c", 'exec 3</dev/null 5</dev/null; exec "$0" "$@"',
  "{build_dir}/bin/wali-wasmtime", "--env-file", "{envfile}", "{module}", "{args}",
]
abi = ["libc"]
prepare = ["{build_dir}/bin/wali-wasmtime", "--compile-only", "{module}"]
environment = { WALI_CACHE_DIR = "{cache_dir}" }
"""
_OPENERS = ("event/", "file/", "network/", "path/", "system/setrlimit/")

# The engine of several faults that is seen through: every so many of the programs that test none of them.
_PROFILE, _BYSTANDERS = "few-calls", 12


class Totals:
    """Counts over all parts; each part is one line of output."""

    def __init__(self) -> None:
        self.passed = self.failed = self.skipped = 0
        self._begun = time.monotonic()

    def add(self, part: str, passed: int, failed: int, skipped: int = 0) -> None:
        self.passed += passed
        self.failed += failed
        self.skipped += skipped
        print(f"{part}: {passed} passed, {failed} failed, {skipped} skipped", flush=True)

    def took(self) -> None:
        """Says how long it is since the last time, or the beginning."""
        begun, self._begun = self._begun, time.monotonic()
        print(f"  {self._begun - begun:.0f} s", flush=True)


def command(options: Namespace) -> int:
    """Runs every part, then prints the sum alone on the last line; exit status 1 if any failed."""
    tree = Tree.at(options.build_dir)
    if tree.is_bundle:
        raise UserError("a bundle has no tests of the project itself: use `run` to run the suite")
    tree.require_own()
    with run.results_directory(None, tree) as output:
        return _all(tree, output, options.workers, options.no_build)


def _all(tree: Tree, output: Path, workers: int, no_build: bool) -> int:
    if not no_build:
        build.ensure(tree, ["all", "fuzz-programs"])
    totals = Totals()
    for part in (
        lambda: _lint(tree, totals),
        lambda: _suite(tree, totals, output, workers),
        lambda: _ctest(tree, totals, workers),
        lambda: _unittest(tree, totals, workers),
        lambda: _with_descriptors(tree, totals, workers),
        lambda: _sanitized(tree, totals, workers, no_build),
        lambda: _toolchains(tree, totals, workers, no_build),
        lambda: _fuzz(tree, totals),
        lambda: _mutants(tree, totals, workers),
        lambda: _profile(tree, totals, workers),
    ):
        part()
        totals.took()
    print(f"{totals.passed} passed, {totals.failed} failed, {totals.skipped} skipped")
    return 1 if totals.failed else 0


def _lint(tree: Tree, totals: Totals) -> None:
    """One check for each program, and one for the rest of the tree."""
    refusals = lint.lint(tree)
    for refusal in refusals:
        print(f"{refusal.path}:{refusal.line}: {refusal.message}")
    checked = len(tree.programs()) + 1
    failed = min(len({refusal.path for refusal in refusals}), checked)
    totals.add("lint", checked - failed, failed)


def _suite(tree: Tree, totals: Totals, output: Path, workers: int) -> None:
    """Native and wasmtime, in both revisions. Inapplicable counts as failed here: on the
    machines that test this project Linux agrees with every expectation."""
    programs = tree.programs()
    suite_run = SuiteRun(SuiteOptions(workers=workers), tree, Scope(programs, programs))
    _execute(suite_run, totals, "suite on")
    for problem in run.save(suite_run, output).problems:
        print(f"error: {problem}")
        totals.add("results", 0, 1)


def _execute(suite_run: SuiteRun, totals: Totals, part: str) -> None:
    suite_run.execute()
    if suite_run.interrupted:
        raise KeyboardInterrupt
    for made in suite_run.runs:
        for result in made.results.values():
            if result["status"] not in ("pass", "skip"):
                print(f"{result['status']}: {made.name}: {result['id']}: {result['detail']}")
        counts = made.counts()
        failed = sum(counts.values()) - counts["pass"] - counts["skip"]
        totals.add(f"{part} {made.name}", counts["pass"], failed, counts["skip"])
    for error in suite_run.errors:
        print(f"error: {error}")
        totals.add("suite", 0, 1)


def _with_descriptors(tree: Tree, totals: Totals, workers: int) -> None:
    """Programs on an engine that holds low descriptors of its own."""
    suite = tree.programs()
    chosen = [p for p in suite if p.id.startswith(_OPENERS)]
    with tempfile.TemporaryDirectory(prefix="wali-engine-") as directory:
        adapter = Path(directory) / "adapter.toml"
        adapter.write_text(_WITH_DESCRIPTORS)
        options = SuiteOptions(runners=[str(adapter)], workers=workers)
        suite_run = SuiteRun(options, tree, Scope(suite, chosen, _OPENERS))
        _execute(suite_run, totals, "beside an engine's own descriptors:")


def _sanitized(tree: Tree, totals: Totals, workers: int, no_build: bool) -> None:
    """What sanitized.py says."""
    if no_build and not (tree.build_dir / "sanitized").exists():
        return
    if not no_build:
        sanitized.ensure(tree)
    _ctest(sanitized.tree_of(tree), totals, workers, "sanitized unit tests in C++", sanitized.TESTS)
    _execute(_sanitized_run(tree, workers), totals, "beside the sanitized engine:")


def _sanitized_run(tree: Tree, workers: int) -> SuiteRun:
    """The programs for the sanitized engine, still to be executed, in one revision: the host is
    the same in both."""
    suite = tree.programs()
    chosen = [p for p in suite if any(part in p.id for part in sanitized.PROGRAMS)]
    engine = f"wasmtime={sanitized.engine(tree)}"
    options = SuiteOptions(runners=["wasmtime"], abi="spec2026", engines=[engine], timeout=60.0, workers=workers)
    return SuiteRun(options, tree, Scope(suite, chosen, sanitized.PROGRAMS))


def _toolchains(tree: Tree, totals: Totals, workers: int, no_build: bool) -> None:
    """The verdicts of some modules that other compilers made. Each verdict is a check."""
    found = [] if no_build else building_toolchains.available()
    if not found:
        why = "--no-build" if no_build else "no other clang is here; `harness/wali-cts toolchains` fetches and tries them"
        print(f"modules of other compilers: skipped: {why}")
        return totals.add("modules of other compilers", 0, 0, 1)
    for toolchain in found:
        outcome = toolchains.compare(tree, toolchain, tree.programs()[::_EVERY], workers)
        for line in outcome.differing:
            print(f"{outcome.name}: {line}")
        totals.add(f"modules of {outcome.name}", outcome.same, len(outcome.differing))


def _fuzz(tree: Tree, totals: Totals) -> None:
    """Some seconds of random sequences of calls; `wali-cts fuzz` looks longer."""
    with tempfile.TemporaryDirectory(prefix="wali-fuzz-") as directory:
        search = sequences.Search(
            sequences.Pair(Session.create(tree, {}), Path(directory)), _FUZZ_SEED, _FUZZ_SECONDS
        )
        search.execute()
    # One check, however many the machine has time for: the sum stays comparable.
    part = f"random sequences of calls, {search.sequences} of them"
    totals.add(part, int(not search.findings), len(search.findings))


def _ctest(tree: Tree, totals: Totals, workers: int, part: str = "unit tests in C++", wanted: str = ".") -> None:
    """The C++ unit tests whose names match."""
    with tempfile.TemporaryDirectory() as directory:
        report = Path(directory) / "ctest.xml"
        words = ["ctest", "--test-dir", str(tree.build_dir), "--output-junit", str(report), "--output-on-failure"]
        # The suite ran already, with a report.
        ran, output = _watched([*words, "-LE", "^suite$", "-R", wanted, "-j", str(workers)], part)
        if not report.exists():
            said = (output.strip() or "no message").splitlines()[-1]
            raise UserError(f"`{' '.join(words)}` failed: {said}")
        outcomes = [_ctest_outcome(case) for case in ElementTree.parse(report).getroot().iter("testcase")]
    passed, failed, skipped = (outcomes.count(outcome) for outcome in ("passed", "failed", "skipped"))
    if failed or ran:
        print(output)
    totals.add(part, passed, failed, skipped)


def _ctest_outcome(case: ElementTree.Element) -> str:
    """A test that could not be run at all is no skipped one."""
    skipped = case.find("skipped")
    if skipped is not None:
        return "failed" if "Unable to find" in skipped.get("message", "") else "skipped"
    return "passed" if case.get("status") == "run" else "failed"


def _watched(words: list[str], label: str) -> tuple[int, str]:
    """Runs a command and shows its last line as progress. Returns status and output."""
    progress, output = Progress(), []
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    with interrupts.ends(process):
        for line in process.stdout:
            output.append(line)
            progress.update(f"{label}: {line.strip()}")
    progress.done()
    return process.wait(), "".join(output)


def _unittest(tree: Tree, totals: Totals, workers: int) -> None:
    """The driver's own tests."""
    driver = Path(__file__).parents[1]
    os.environ["WALI_CTS_BUILD_DIR"] = str(tree.build_dir)
    with _kept_bytecode():
        tests = unit_tests.Tests(driver / "tests", driver.parent, tree.build_dir / "unit-test-times.json")
        outcome = tests.run(workers)
    print("".join(outcome.said), end="")
    totals.add("unit tests of the driver", outcome.passed, outcome.failed, outcome.skipped)


@contextlib.contextmanager
def _kept_bytecode() -> Iterator[None]:
    """Has Python compile each module once. The tests start lit and the driver hundreds of times, and where
    PYTHONDONTWRITEBYTECODE is set, as in many containers, each would compile all that it imports."""
    with tempfile.TemporaryDirectory(prefix="wali-bytecode-") as directory:
        before = dict(os.environ)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = directory
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


def _mutants(tree: Tree, totals: Totals, workers: int) -> None:
    """The committed list of mutants, and a sample of those that programs are known to notice."""
    adapter = campaign.engine(tree)
    every = mutants.from_engine(adapter.command[0])
    differences = mutants.compare_list(mutants.read_list(tree), every)
    for line in differences:
        print(f"list of mutants: {line}")
    unnoticed = mutants.read_survivors(tree) | mutants.read_equivalents(tree).keys()
    noticed = [mutant for mutant in every if not mutant.rule and mutant.name not in unnoticed]
    sample = [m for of, number in _MUTANTS.items() for m in campaign.select(noticed, [], [], number, of)]
    with tempfile.TemporaryDirectory() as directory:
        try:
            mutation = campaign.Mutation(tree, adapter, sample, Path(directory))
        except campaign.Unsafe as error:
            print(f"mutants: {error}")
            return totals.add("mutants", int(not differences), min(len(differences), 1), len(sample))
        mutation.execute(workers)
    if mutation.interrupted:
        raise KeyboardInterrupt
    dull = mutation.complaints()
    for line in dull:
        print(f"mutants: {line}")
    failed = len(dull) + min(len(differences), 1)
    totals.add("mutants", len(sample) + 1 - failed, failed)


def _profile(tree: Tree, totals: Totals, workers: int) -> None:
    """One engine of several faults, on a part of the suite; `mutate --profile all` runs all of both. Each fault
    is a check, and so is each program that tests none."""
    [profile] = profiles.choose(tree, [_PROFILE])
    about = [p for p in tree.programs() if profiles.is_about(profile, p, tree)]
    programs = about + [p for p in tree.programs() if p not in about][::_BYSTANDERS]
    [outcome] = profiles.examine(tree, [profile], programs, workers)
    for name in outcome.unnamed:
        print(f"profile {profile.name}: not among the first causes: {name}")
    for line in outcome.loud:
        print(f"profile {profile.name}: tests none of the faults: {line}")
    failed = len(outcome.unnamed) + len(outcome.loud)
    passed = len(outcome.named) + outcome.bystanders - len(outcome.loud)
    totals.add("an engine of several faults", passed, failed)
