"""`wali-cts gate`: whether an engine got worse than its baseline says."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from . import baseline, merging, results
from .baseline import Known
from .errors import UserError
from .verdict import UNJUDGED

HELP = """exit status:
  0  nothing is worse than the baseline says (there may be warnings); with --update: it was written
  1  a new failure, a flaky program that is not known to fail, or a vanished program;
     with --strict also an unexpected pass
  2  something has to be put right first: a file that cannot be read, a run that was not finished

what it says of a program:
  new failure      it fails, and the baseline does not know it, or knows another verdict
  vanished         the baseline knows it, the results do not
  unexpected pass  the baseline says that it fails (take it out with --update)
  flaky            its verdicts differ between the repetitions of `run --repeat N`
  not judged       known to fail, but skipped or inapplicable on this machine

The baseline's name, RUNNER.ABI.toml, says which run of the results it is for, unless --runner and
--abi do."""


@dataclass(frozen=True)
class Finding:
    """What is to be said of one program: `level` is "error", "warning" or "note"."""

    level: str
    kind: str
    id: str
    text: str


def command(options: Namespace) -> int:
    """Exit status: see HELP."""
    path = Path(options.baseline)
    runner, abi = _which(options, path)
    run = merging.choose(merging.load(options.results), runner, abi)
    _require_finished(run)
    if options.update:
        return _update(path, run, f"{runner} {abi}")
    known = baseline.load(path)
    found = compare(run, known, options.strict)
    for finding in found:
        print(f"{finding.level}: {finding.kind}: {finding.id}: {finding.text}")
    errors, warnings = ([f for f in found if f.level == level] for level in ("error", "warning"))
    print(f"gate: {runner} {abi}: {len(run['tests'])} programs, {len(known)} known to fail: {_sum(errors, warnings)}")
    return 1 if errors else 0


def _sum(errors: list[Finding], warnings: list[Finding]) -> str:
    parts = []
    for findings, level in ((errors, "error"), (warnings, "warning")):
        kinds = [finding.kind for finding in findings]
        parts += [f"{_counted(kinds.count(kind), kind)} ({level})" for kind in dict.fromkeys(kinds)]
    return ", ".join(parts) or "nothing new"


def _counted(number: int, kind: str) -> str:
    endings = {"new failure": "s", "unexpected pass": "es"}
    return f"{number} {kind}" + ("" if number == 1 else endings.get(kind, ""))


def _which(options: Namespace, path: Path) -> tuple[str, str]:
    """The runner and revision that the options or the baseline's name say."""
    name = baseline.NAME.fullmatch(path.name)
    runner, abi = options.runner or name and name["runner"], options.abi or name and name["abi"]
    if not runner or not abi:
        raise UserError(f"{path.name} is not named RUNNER.ABI.toml: say --runner and --abi")
    return runner, abi


def _require_finished(run: dict) -> None:
    """Programs without a verdict are never taken for passes."""
    lacking = run.get("planned", 0) - len(run["tests"])
    if lacking > 0:
        name = f"{run['runner']['name']} {run['abi']}"
        raise UserError(f"the run of {name} was not finished: {lacking} of {run['planned']} programs have no verdict")


def compare(run: dict, known: dict[str, Known], strict: bool) -> list[Finding]:
    """What is to be said of the run, errors first, in the order of ids."""
    tests = {test["id"]: test for test in run["tests"]}
    lenient = "error" if strict else "warning"
    found = [
        Finding("error", "vanished", i, f"known to {_words(known[i].expected)}, but not among the results")
        for i in sorted(set(known) - set(tests))
    ]
    for program_id, test in sorted(tests.items()):
        if finding := _judge(test, known.get(program_id), lenient):
            found.append(finding)
    return sorted(found, key=lambda f: (("error", "warning", "note").index(f.level), f.id))


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


def _update(path: Path, run: dict, engine: str) -> int:
    """Makes the baseline say what the run shows."""
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else baseline.new(engine)
        known = baseline.parse(text, path)
        wanted = wanted_entries(run, known)
        updated = baseline.update(text, wanted, path)
        path.parent.mkdir(parents=True, exist_ok=True)
        results.replace(path, updated.encode())
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: {error}") from None
    for program_id in sorted(set(known) | set(wanted)):
        before, after = known.get(program_id), wanted.get(program_id)
        if before is None:
            print(f"added: {program_id}: {_words(after.expected)}")
        elif after is None:
            print(f"removed: {program_id}: {_words(before.expected)}")
        elif before.expected != after.expected:
            print(f"changed: {program_id}: {_words(before.expected)}, now {_words(after.expected)}")
    print(f"gate: {path}: {len(wanted)} known failure{'s' if len(wanted) != 1 else ''} of {engine}")
    return 0


def wanted_entries(run: dict, known: dict[str, Known]) -> dict[str, Known]:
    """The entries that describe the run; what this machine does not judge stays as it was."""
    wanted = {}
    for test in run["tests"]:
        before, verdicts = known.get(test["id"]), [v for v in seen(test) if v not in UNJUDGED]
        if not verdicts:
            if before:
                wanted[test["id"]] = before
        elif verdicts != ["pass"]:
            if before and set(verdicts) <= set(before.expected):
                wanted[test["id"]] = before
            else:
                reason = before.reason if before else f"not looked at yet: {test['detail'] or test['status']}"
                wanted[test["id"]] = Known(test["id"], tuple(verdicts), reason, before.link if before else "")
    return wanted
