"""`wali-cts gate`: whether an engine got worse than its baseline says."""

from __future__ import annotations

import re
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..basics.errors import UserError
from ..results import baseline, completeness, merging, results
from ..results.baseline import Known, fingerprint
from ..results.suite_run import matches
from ..running.verdict import UNJUDGED, VERDICTS
from ..suite.layout import TOPIC_GROUPS

HELP = """exit status:
  0  nothing is worse than the baseline says (there may be warnings); with --update: it was written
  1  a new failure, another failure than the known one, a flaky program that is not known to
     fail, or a vanished program; with --strict also an unexpected pass
  2  something has to be put right first: a file that cannot be read, a run that was not finished,
     results of a part of the suite (--partial gates those that were run, and says which)

what it says of a program:
  new failure      it fails, and the baseline does not know it, or knows another verdict
  another failure  it fails with the known verdict, but shows something else than `detail` says
  vanished         the baseline knows it, the results do not
  unexpected pass  the baseline says that it fails (take it out with --update)
  flaky            its verdicts differ between the repetitions of `run --repeat N`
  not judged       known to fail, but skipped or inapplicable on this machine

New failures that one call explains share a line; --verbose has a line for each.

--update changes the entries of programs that ran, and no others: those that did not run keep
their entries, but for a program that is no longer in the suite.

The baseline's name, RUNNER.ABI.toml, says which run of the results it is for, unless --runner and
--abi do."""

_LEVELS = ("error", "warning", "note")
_GROUPED = 3  # so many new failures of one cause share a line
_DIFFERING = re.compile(r"line \d+: expected(?:: | no more, got: )(\w+)")


@dataclass(frozen=True)
class Finding:
    """What is to be said of one program, or of all if `id` is empty: `level` is "error",
    "warning" or "note". `cause` is what a new failure is put down to."""

    level: str
    kind: str
    id: str
    text: str
    cause: str = ""


def command(options: Namespace) -> int:
    """Exit status: see HELP."""
    path = Path(options.baseline)
    runner, abi = _which(options, path)
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


def _which(options: Namespace, path: Path) -> tuple[str, str]:
    """The runner and revision that the options or the baseline's name say."""
    name = baseline.NAME.fullmatch(path.name)
    runner, abi = options.runner or name and name["runner"], options.abi or name and name["abi"]
    if not runner or not abi:
        raise UserError(f"{path.name} is not named RUNNER.ABI.toml: say --runner and --abi")
    return runner, abi


def _require_finished(run: dict) -> None:
    """Programs without a verdict are never taken for passes."""
    if completeness.is_finished(run):
        return
    name, lacking = f"{run['runner']['name']} {run['abi']}", completeness.without_verdict(run)
    what = f"{lacking} of {run['planned']} programs have no verdict" if lacking else "some repetitions are lacking"
    reasons = list(run.get("refused", {}).values())
    raise UserError(f"the run of {name} was not finished: {what}" + (f": {reasons[0]}" if reasons else ""))


def _require_whole(run: dict, partial: bool) -> None:
    """What was not run is never taken for passes, unless that is asked for."""
    if partial or not completeness.is_partial(run):
        return
    name = f"{run['runner']['name']} {run['abi']}"
    shards = "name the results.json of every shard, or " if completeness.missing_shards(run) else ""
    raise UserError(
        f"the results of {name} are a part of the suite ({completeness.words(run)}): "
        f"{shards}gate what was run with --partial"
    )


def _of_all(run: dict, known: dict[str, Known], suite: str, path: Path) -> Iterator[Finding]:
    """What is to be said before any program: of which suite, and of how much of it, this is."""
    of = baseline.suite_of(path.read_text(encoding="utf-8"))
    if of and of != suite:
        text = f"the baseline is of suite {of}, the results of {suite}: programs may have changed (--update says so)"
        yield Finding("warning", "another suite", "", text)
    if not completeness.is_known(run):
        text = "the results, of an older wali-cts, do not say whether all programs of the suite were to be run"
        yield Finding("note", "extent unknown", "", text)
    elif completeness.is_partial(run):
        others = len(known.keys() - _those_that_ran(run, known))
        text = f"{completeness.words(run)}; {others} known failure{'s' if others != 1 else ''} not looked at"
        yield Finding("note", "partial", "", text)


def _those_that_ran(run: dict, known: dict[str, Known]) -> set[str]:
    """The known failures that the run was to run. With a shard missing, nobody can tell to which
    one a program that is not among the results would belong."""
    ran = {test["id"] for test in run["tests"]}
    if completeness.missing_shards(run):
        return ran & known.keys()
    patterns = (run.get("part") or {}).get("patterns", [])
    return {i for i in known if i in ran or not patterns or any(matches(i, pattern) for pattern in patterns)}


def compare(run: dict, known: dict[str, Known], strict: bool) -> list[Finding]:
    """What is to be said of the programs of the run, errors first, in the order of ids."""
    tests = {test["id"]: test for test in run["tests"]}
    calls = {test["call"] for test in run["tests"] if test["group"] not in TOPIC_GROUPS}
    lenient = "error" if strict else "warning"
    found = [
        Finding("error", "vanished", i, f"known to {_words(known[i].expected)}, but not among the results")
        for i in sorted(_those_that_ran(run, known) - set(tests))
    ]
    for program_id, test in sorted(tests.items()):
        if finding := _judge(test, known.get(program_id), lenient):
            found.append(replace(finding, cause=_cause(test, calls)) if finding.kind == "new failure" else finding)
    return sorted(found, key=lambda f: (_LEVELS.index(f.level), f.id))


def _judge(test: dict, known: Known | None, lenient: str) -> Finding | None:
    verdicts = seen(test)
    expected = known.expected if known else ("pass",)
    bad = [v for v in verdicts if v not in ("pass", *UNJUDGED)]
    new = [v for v in bad if v not in expected]
    before = f"; known: {_words(expected)}" if known else ""
    flaky = len(verdicts) > 1
    said = ", ".join(test["verdicts"] if flaky else verdicts)
    detail = f": {test['detail']}" if test["detail"] else ""
    if new:
        return Finding("error", "flaky" if flaky else "new failure", test["id"], f"{said}{detail}{before}")
    if bad and not flaky and not known.covers(test):
        return Finding("error", "another failure", test["id"], f"{said}{detail}; known: {' or '.join(known.detail)}")
    if flaky and not set(verdicts) <= set(expected):
        return Finding("warning", "flaky", test["id"], f"{said}{before}")
    if known and verdicts == ["pass"] and "pass" not in expected:
        why = f" ({known.reason})" if known.reason else ""
        return Finding(lenient, "unexpected pass", test["id"], f"known: {_words(expected)}{why}")
    if known and not bad and "pass" not in verdicts and not set(verdicts) & set(expected):
        return Finding("note", "not judged", test["id"], f"{said}{detail}{before}")
    return None


def seen(test: dict) -> list[str]:
    """The different verdicts that a program got, in the order in which they came."""
    return list(dict.fromkeys(test.get("verdicts") or [test["status"]]))


def _words(verdicts: tuple[str, ...]) -> str:
    return " or ".join(verdicts)


# ---- what is printed


def _cause(test: dict, calls: set[str]) -> str:
    """The call that a failure is put down to: the one that blocked the program, that is lacking,
    or whose result differs first; else the program's own. A crash is put down to its message."""
    detail = test["detail"]
    if test["status"] == "crash":
        return fingerprint(test)
    if test["status"] == "missing":
        named = re.search(r"SYS_(\w+)", detail)
        return named[1] if named else fingerprint(test)
    word = re.match(r"\w+", detail) if test["status"] == "blocked" else _DIFFERING.match(detail)
    name = word and word[word.re.groups]
    return name if name in calls or (name and test["status"] == "blocked") else test["call"]


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
        results.replace(path, updated.encode())
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: {error}") from None
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
            yield f"added: {program_id}: {_words(after.expected)}"
        elif after is None:
            yield f"removed: {program_id}: {_words(before.expected)}"
        elif before.expected != after.expected:
            yield f"changed: {program_id}: {_words(before.expected)}, now {_words(after.expected)}"
        elif before.detail != after.detail:
            yield f"changed: {program_id}: {' or '.join(before.detail)}, now {' or '.join(after.detail)}"


def wanted_entries(run: dict, known: dict[str, Known]) -> dict[str, Known]:
    """The entries that describe the run; what this machine does not judge, and what was not
    run, stays as it was. Only a run of the whole suite shows that a program is gone."""
    whole = completeness.is_known(run) and not completeness.is_partial(run)
    ran = {test["id"] for test in run["tests"]}
    wanted = {} if whole else {i: entry for i, entry in known.items() if i not in ran}
    for test in run["tests"]:
        before, verdicts = known.get(test["id"]), [v for v in seen(test) if v not in UNJUDGED]
        if not verdicts:
            if before:
                wanted[test["id"]] = before
        elif verdicts != ["pass"]:
            wanted[test["id"]] = _entry(test, verdicts, before)
    return wanted


def _entry(test: dict, verdicts: list[str], before: Known | None) -> Known:
    """The entry of a failure. One that somebody wrote without `detail` stays without."""
    shown = (fingerprint(test),) if len(verdicts) == 1 and test["detail"] else ()
    if not before:
        reason = f"not looked at yet: {test['detail'] or test['status']}"
        return Known(test["id"], tuple(verdicts), reason, "", shown)
    if set(verdicts) <= set(before.expected):
        return before if len(verdicts) > 1 or before.covers(test) else replace(before, detail=shown)
    return replace(before, expected=tuple(verdicts), detail=shown if before.detail else ())
