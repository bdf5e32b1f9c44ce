"""`wali-cts gate`: whether an engine got worse than its baseline says."""

from __future__ import annotations

import re
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ..basics import files
from ..basics.errors import UserError
from ..results import completeness, merging
from ..results.regressions import Finding, compare, those_that_ran, wanted_entries, words
from ..running import baseline
from ..running.baseline import Known
from ..running.verdict import VERDICTS

HELP = """exit status:
  0  nothing is worse than the baseline says (there may be warnings); with --update: the baseline was written
  1  a new failure, another failure than the known one, a flaky program that is not known to
     fail, or a vanished program; with --strict also an unexpected pass
  2  you have to put something right first: a file cannot be read, the run was not finished, or
     the results are only a part of the suite (--partial gates that part, and says what it is)

findings:
  new failure      it fails, and the baseline does not know it, or knows another verdict
  another failure  it fails with the known verdict, but shows something other than `detail` says
  vanished         the baseline knows it, the results do not
  unexpected pass  it passes, and the baseline says that it fails (--update removes the entry)
  flaky            its verdicts differ between the repetitions of `run --repeat N`
  not judged       it is known to fail, but skipped or inapplicable on this machine

New failures that one call explains share a line; --verbose has a line for each.

--update changes only the entries of programs that ran. Programs that did not run keep
their entries, unless they are no longer in the suite.

The baseline's name, RUNNER.ABI.toml, says which run it belongs to. --runner and --abi override
it."""

_GROUPED = 3  # so many new failures of one cause share a line


def command(options: Namespace) -> int:
    """Exit status: see HELP."""
    path = Path(options.baseline)
    runner, abi = _which(path, options.runner, options.abi)
    content = merging.load(options.results)
    run = merging.choose(content, runner, abi)
    suite = run.get("suite", content["suite"])
    _require_finished(run)
    if options.update:
        return _update(path, run, f"{runner} {abi}", suite)
    _require_whole(run, options.partial)
    known = baseline.load(path)
    found = [*_of_all(run, known, suite, path), *compare(run, known, options.strict)]
    for line in lines(found, options.verbose):
        print(line)
    errors, warnings = ([f for f in found if f.level == level] for level in ("error", "warning"))
    part = f" of {run['part']['suite']}" if completeness.is_partial(run) else ""
    print(
        f"gate: {runner} {abi}: {len(run['tests'])}{part} programs, {len(known)} known to fail: "
        f"{_sum(errors, warnings)}"
    )
    return 1 if errors else 0


def _sum(errors: list[Finding], warnings: list[Finding]) -> str:
    parts = []
    for findings, level in ((errors, "error"), (warnings, "warning")):
        kinds = [finding.kind for finding in findings if finding.id]
        parts += [f"{_counted(kinds.count(kind), kind)} ({level})" for kind in dict.fromkeys(kinds)]
    return ", ".join(parts) or "nothing new"


def _counted(number: int, kind: str) -> str:
    if number != 1:
        kind = {"another failure": "other failures", "new failure": "new failures"}.get(kind, kind)
        kind = kind.replace("unexpected pass", "unexpected passes")
    return f"{number} {kind}"


def _which(path: Path, runner: str | None, abi: str | None) -> tuple[str, str]:
    """The runner and revision that the options or else the baseline's name say."""
    name = baseline.NAME.fullmatch(path.name)
    runner, abi = runner or name and name["runner"], abi or name and name["abi"]
    if not runner or not abi:
        raise UserError(
            f"{path.name} does not say whose baseline it is, as the name RUNNER.ABI.toml would: give --runner and --abi"
        )
    return runner, abi


def _require_finished(run: dict) -> None:
    """Programs without a verdict are never taken for passes."""
    if completeness.is_finished(run):
        return
    name, lacking = f"{run['runner']['name']} {run['abi']}", completeness.without_verdict(run)
    what = f"{lacking} of {run['planned']} programs have no verdict" if lacking else "some repetitions are lacking"
    reasons = list(run.get("refused", {}).values())
    why = f": {reasons[0]}" if reasons else ""
    raise UserError(f"the run of {name} was not finished: {what}{why}; go on with `run --resume`, or run it again")


def _require_whole(run: dict, partial: bool) -> None:
    """What was not run is never taken for passes, unless that is asked for."""
    if partial or not completeness.is_partial(run):
        return
    name = f"{run['runner']['name']} {run['abi']}"
    shards = "name the results.json of every shard, or " if completeness.missing_shards(run) else ""
    raise UserError(
        f"the results of {name} are a part of the suite ({completeness.words(run)}): "
        f"{shards}add --partial to gate what was run"
    )


def _of_all(run: dict, known: dict[str, Known], suite: str, path: Path) -> Iterator[Finding]:
    """What is to be said before any program: of which suite, and of how much of it, this is."""
    of = baseline.suite_of(path.read_text(encoding="utf-8"))
    if of and of != suite:
        text = (
            f"the baseline is of suite {of}, the results of {suite}: programs may have changed (--update says so)"
        )
        yield Finding("warning", "another suite", "", text)
    if not completeness.is_known(run):
        text = "the results, of an older wali-cts, do not say whether all programs of the suite were to be run"
        yield Finding("note", "extent unknown", "", text)
    elif completeness.is_partial(run):
        others = len(known.keys() - those_that_ran(run, known))
        text = f"{completeness.words(run)}; {others} known failure{'s' if others != 1 else ''} not looked at"
        yield Finding("note", "partial", "", text)


# ---- what is printed


def lines(found: list[Finding], verbose: bool) -> Iterator[str]:
    """A line for each finding; new failures of one cause share one unless `verbose`."""
    causes = Counter(f.cause for f in found if f.cause)
    told: set[str] = set()
    for finding in found:
        place = f"{finding.id}: " if finding.id else ""
        if verbose or causes[finding.cause] < _GROUPED:
            yield f"{finding.level}: {finding.kind}: {place}{finding.text}"
        elif finding.cause not in told:
            told.add(finding.cause)
            yield _together([f for f in found if f.cause == finding.cause])


def _together(same: list[Finding]) -> str:
    """New failures of one cause, in a line that shows one of them."""
    counts = Counter(re.split("[:;,]", f.text)[0] for f in same)
    verdicts = ", ".join(f"{counts[v]} {v}" for v in VERDICTS if counts[v])
    first = next((f for f in same if f.text.startswith("fail")), same[0])
    return (
        f"{first.level}: {first.kind}: {same[0].cause}: {len(same)} programs ({verdicts}), "
        f"such as {first.id}: {first.text}"
    )


# ---- writing baselines


def _update(path: Path, run: dict, engine: str, suite: str) -> int:
    """Makes the baseline say what the run shows."""
    try:
        exists = path.exists()
        text = path.read_text(encoding="utf-8") if exists else baseline.new(engine)
        known = baseline.parse(text, path)
        wanted = wanted_entries(run, known)
        whole = completeness.is_known(run) and not completeness.is_partial(run)
        updated = baseline.update(text, wanted, path, suite if whole or not exists else "")
        path.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: {files.reason(error)}") from None
    files.save(path, updated.encode())
    for line in _changes(known, wanted):
        print(line)
    kept = len(wanted.keys() - {test["id"] for test in run["tests"]})
    if kept:
        why = completeness.words(run) or "the results do not hold them"
        print(f"kept: {kept} entr{'ies' if kept != 1 else 'y'} of programs that did not run: {why}")
    print(f"gate: {path}: {len(wanted)} known failure{'s' if len(wanted) != 1 else ''} of {engine}")
    return 0


def _changes(known: dict[str, Known], wanted: dict[str, Known]) -> Iterator[str]:
    for program_id in sorted(set(known) | set(wanted)):
        before, after = known.get(program_id), wanted.get(program_id)
        if before is None:
            yield f"added: {program_id}: {words(after.expected)}"
        elif after is None:
            yield f"removed: {program_id}: {words(before.expected)}"
        elif before.expected != after.expected:
            yield f"changed: {program_id}: {words(before.expected)}, now {words(after.expected)}"
        elif before.detail != after.detail:
            yield f"changed: {program_id}: {' or '.join(before.detail)}, now {' or '.join(after.detail)}"
