"""Comparing a run with its baseline: what is worse, what is better, and what the baseline should say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..running.baseline import Known, fingerprint
from ..running.verdict import UNJUDGED
from ..suite.layout import TOPIC_GROUPS
from ..suite.selection import matches
from . import completeness

LEVELS = ("error", "warning", "note")
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


def those_that_ran(run: dict, known: dict[str, Known]) -> set[str]:
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
        Finding("error", "vanished", i, f"known to {words(known[i].expected)}, but not among the results")
        for i in sorted(those_that_ran(run, known) - set(tests))
    ]
    for program_id, test in sorted(tests.items()):
        if finding := _judge(test, known.get(program_id), lenient):
            found.append(replace(finding, cause=_cause(test, calls)) if finding.kind == "new failure" else finding)
    return sorted(found, key=lambda f: (LEVELS.index(f.level), f.id))


def _judge(test: dict, known: Known | None, lenient: str) -> Finding | None:
    verdicts = seen(test)
    expected = known.expected if known else ("pass",)
    bad = [v for v in verdicts if v not in ("pass", *UNJUDGED)]
    new = [v for v in bad if v not in expected]
    before = f"; known: {words(expected)}" if known else ""
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
        return Finding(lenient, "unexpected pass", test["id"], f"known: {words(expected)}{why}")
    if known and not bad and "pass" not in verdicts and not set(verdicts) & set(expected):
        return Finding("note", "not judged", test["id"], f"{said}{detail}{before}")
    return None


def seen(test: dict) -> list[str]:
    """The different verdicts that a program got, in the order in which they came."""
    return list(dict.fromkeys(test.get("verdicts") or [test["status"]]))


def words(verdicts: tuple[str, ...]) -> str:
    return " or ".join(verdicts)


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
