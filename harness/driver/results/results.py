"""Results of runs: results.json, junit.xml, and the summary on the terminal."""

from __future__ import annotations

import functools
import os
import re
import shlex
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from xml.etree import ElementTree

from ..basics import machine
from ..basics.errors import UserError
from ..basics.files import read_schema, replace, sha256, write_json
from ..basics.tables import columns, percent
from ..basics.text import all_printable, printable
from ..running.verdict import UNJUDGED, VERDICTS
from ..suite.adapters import Adapter
from ..suite.layout import NATIVE
from . import completeness

SCHEMA = 1

# Keys of a test, in this order; the last four only where the verdict is not pass. `verdicts`
# is there if a run was repeated: all that the program got, of which `status` is the worst.
# `own` is there if the engine said something of its own on standard output. `remains` says
# what is left of the program's files, and why, where they could not be removed.
_TEST_KEYS = (
    "id", "group", "call", "title", "module_sha256", "status", "seconds", "detail", "verdicts", "own", "remains"
)  # fmt: skip
_FAILURE_KEYS = ("command", "transcript", "difference", "stderr")

_REQUIRED_TEST_KEYS = ("id", "group", "call", "title", "seconds", "detail")
_TEST_TYPES = {key: str for key in ("module_sha256", "status", *_REQUIRED_TEST_KEYS, *_FAILURE_KEYS)} | {
    "seconds": (int, float),
    "verdicts": list,
    "own": str,
}


def _now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="seconds")


@dataclass
class Run:
    """One runner in one revision, and the results of its programs by id.

    `planned` is how many programs were to be run: an interrupted run has fewer results, and
    is not `finished`. `refused` are the reasons, by id, for which programs were not judged.
    `part` is what completeness.py says, None where that is not known. `build` says what the
    programs were built from and with; see Tree.provenance. `options` says how they were run.
    `spent` is the processor time that this command needed for it, by kind; see lit_run.SPENDERS.
    `host` is what `machine.described` says of the machine that the programs ran on, if it is another one.
    """

    adapter: Adapter
    abi: str
    version: str
    scratch: str
    results: dict[str, dict]
    planned: int = 0
    date: str = field(default_factory=_now)
    finished: bool = True
    refused: dict[str, str] = field(default_factory=dict)
    part: dict | None = None
    build: dict = field(default_factory=dict)
    options: dict = field(default_factory=dict)
    spent: Counter = field(default_factory=Counter)
    host: dict = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.adapter.name if self.abi == NATIVE else f"{self.adapter.name} {self.abi}"

    def counts(self) -> Counter:
        return Counter(result["status"] for result in self.results.values())

    def share(self) -> float | None:
        """Passes among what was judged; None if nothing was."""
        return share(self.counts())

    def failures(self) -> list[dict]:
        return [r for r in self.results.values() if r["status"] not in ("pass", *UNJUDGED)]

    def to_json(self) -> dict:
        counts = self.counts()
        totals = {verdict: counts[verdict] for verdict in VERDICTS}
        isolation = {way for r in self.results.values() for way in (r.get("isolation") or "").split("+") if way}
        said = {
            "abi": self.abi,
            "date": self.date,
            "runner": {
                "name": self.adapter.name,
                "version": self.version,
                "command": shlex.join(self.adapter.command),
            }
            | ({"option": self.adapter.option} if self.adapter.option else {})
            | _engine_hash(self.adapter)
            | ({"expose": list(self.adapter.expose)} if self.adapter.expose else {}),
            "host": (self.host or machine.described(self.scratch))
            | {"isolation": "+".join(sorted(isolation)) or "none"},
            "build": self.build,
            "planned": max(self.planned, len(self.results)),
            "finished": self.finished,
        }
        said |= {"options": self.options} if self.options else {}
        said |= {"refused": self.refused} if self.refused else {}
        said |= {"part": self.part} if self.part else {}
        return said | {
            "tests": [_test(self.results[i]) for i in sorted(self.results)],
            "totals": totals | {"all": sum(totals.values()), "share": self.share()},
        }


def _engine_hash(adapter: Adapter) -> dict[str, str]:
    """The hash of the file that is started: two engines of one version may differ in it."""
    try:
        if adapter.is_native:
            return {}
        at = os.stat(adapter.command[0])
        return {"sha256": _hash_of(adapter.command[0], at.st_ino, at.st_size, at.st_mtime_ns)}
    except OSError:
        return {}


@functools.cache
def _hash_of(path: str, *_state: int) -> str:
    """Results are put together several times in a command, and an engine is large: it is read again only if it
    is another file by its inode, its size and its time."""
    return sha256(Path(path))


def share(counts: Counter) -> float | None:
    """Passes among what was judged; None if nothing was."""
    of = judged(counts)
    return counts["pass"] / of if of else None


def judged(counts: Mapping[str, int]) -> int:
    """How many of some programs, counted by verdict, say something of the engine."""
    return sum(counts[verdict] for verdict in VERDICTS if verdict not in UNJUDGED)


def by_group(run: dict) -> dict[str, Counter]:
    """How many programs of each group have which verdict."""
    counts: dict[str, Counter] = {}
    for test in run["tests"]:
        counts.setdefault(test["group"], Counter())[test["status"]] += 1
    return counts


def cautions(run: dict) -> list[str]:
    """What whoever reads a run's results has to know of how it came about, a sentence each."""
    said = []
    if run["abi"] != NATIVE and "process-group" in run["host"].get("isolation", ""):
        said.append("not isolated: the engine could read the expectations and change files of whoever ran it")
    if shown := run["runner"].get("expose"):
        said.append(f"the adapter also lets the engine see: {', '.join(shown)}")
    if left := [test for test in run["tests"] if test.get("remains")]:
        said.append(f"files are left behind by {len(left)}, such as {left[0]['id']}: {left[0]['remains']}")
    return said


def _test(result: dict) -> dict:
    keys = _TEST_KEYS if result["status"] == "pass" else _TEST_KEYS + _FAILURE_KEYS
    return {key: result[key] for key in keys if key in result}


def content_of(suite_version: str, runs: list[Run]) -> dict:
    """What results.json says of these runs."""
    return all_printable({"schema": SCHEMA, "suite": suite_version, "runs": [run.to_json() for run in runs]})


def write(directory: Path, suite_version: str, runs: list[Run]) -> dict:
    """Writes results.json and junit.xml, and returns what results.json says."""
    content = content_of(suite_version, runs)
    write_content(directory, content)
    return content


def write_content(directory: Path, content: dict) -> None:
    """Writes results.json, which says this, and junit.xml."""
    directory.mkdir(parents=True, exist_ok=True)
    write_json(directory / "results.json", content)
    replace(directory / "junit.xml", junit(content))


def load(path: Path) -> dict:
    """Reads a results.json. Throws UserError if it is none."""
    content = read_schema(path, SCHEMA, "runs", "run")
    try:
        for run in content["runs"]:
            _ = (
                run["abi"],
                run["runner"]["name"],
                run["runner"]["version"],
                run["host"].items(),
                run["totals"]["all"],
            )
            _check_part(path, run)
            _check_cost(path, run)
            _check_types(path, run, {"abi": str, "date": str, "tests": list, "refused": dict, "options": dict})
            _check_types(path, run.get("options", {}), {"seed": int})
            for test in run["tests"]:
                _ = [test[key] for key in _REQUIRED_TEST_KEYS]
                _check_types(path, test, _TEST_TYPES)
                if test["status"] not in VERDICTS:
                    raise _damaged(path, f"{test['id']}: '{test['status']}' is not a verdict")
        _ = content["suite"]
    except (KeyError, TypeError, AttributeError) as error:
        raise _damaged(path, f"{type(error).__name__}: {error}") from None
    return content


def _damaged(path: Path, what: str) -> UserError:
    return UserError(f"{path}: damaged: {what}: name a file that `harness/wali-cts run` wrote")


def _check_types(path: Path, said: dict, types: Mapping[str, type | tuple[type, ...]]) -> None:
    """Throws UserError if one of these keys is there and its value is of another type."""
    for key, wanted in types.items():
        if key in said and (not isinstance(said[key], wanted) or isinstance(said[key], bool)):
            raise _damaged(path, f"'{key}' may not be {said[key]!r:.40}")


def _check_part(path: Path, run: dict) -> None:
    """Throws KeyError, TypeError or UserError if what a run says of its extent is damaged."""
    if (part := run.get("part")) is None:
        return
    _ = part["suite"] + part["chosen"], *part["patterns"]
    if not all(re.fullmatch(r"[1-9]\d*/[1-9]\d*", shard) for shard in part["shards"]):
        raise _damaged(path, f"'shards' must look like 1/4, not {part['shards']}")


def _check_cost(path: Path, run: dict) -> None:
    """Throws UserError if what a run says of its cost is not as costs.py has it."""
    cost = run.get("cost")
    if cost is not None and (
        not isinstance(cost, dict)
        or cost.keys() != {"programs", "seconds", "native"}
        or not all(type(value) in (int, float) for value in cost.values())
    ):
        raise _damaged(path, "'cost' must hold the numbers programs, seconds and native")


def junit(content: dict) -> bytes:
    """The results as JUnit's XML, one suite for each run."""
    root = ElementTree.Element("testsuites", name="wali-cts")
    for run in content["runs"]:
        totals, lacking = run["totals"], completeness.lacks(run)
        incomplete = not completeness.is_finished(run)
        errors = totals["crash"] + totals["timeout"] + incomplete
        suite = ElementTree.SubElement(
            root,
            "testsuite",
            name=run["runner"]["name"] if run["abi"] == NATIVE else f"{run['runner']['name']}.{run['abi']}",
            tests=str(totals["all"] + incomplete),
            failures=str(totals["fail"] + totals["blocked"] + totals["missing"]),
            errors=str(errors),
            skipped=str(totals["skip"] + totals["inapplicable"]),
            time=f"{sum(t['seconds'] for t in run['tests']):.3f}",
        )
        if extent := completeness.words(run):
            properties = ElementTree.SubElement(suite, "properties")
            ElementTree.SubElement(properties, "property", name="part", value=printable(extent))
        if incomplete:  # no reader of JUnit's XML may take what was not run for passes
            case = ElementTree.SubElement(suite, "testcase", classname="wali-cts", name="finished", time="0")
            ElementTree.SubElement(case, "error", message=printable(lacking[0]), type="not finished")
        for test in run["tests"]:
            _junit_case(suite, test)
    ElementTree.indent(root, " ")
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _junit_case(suite: ElementTree.Element, test: dict) -> None:
    classname, _, name = test["id"].rpartition("/")
    case = ElementTree.SubElement(
        suite, "testcase", classname=classname.replace("/", "."), name=name, time=f"{test['seconds']:.3f}"
    )
    status = test["status"]
    if status == "pass":
        return
    tag = "skipped" if status in UNJUDGED else "error" if status in ("crash", "timeout") else "failure"
    element = ElementTree.SubElement(case, tag, message=printable(f"{status}: {test['detail']}"), type=status)
    if "transcript" in test:
        element.text = printable(f"{test['title']}\n{test.get('command', '')}\n{test['transcript']}")


def table(runs: list[Run]) -> str:
    """The counts of each run, one line each; verdicts that nothing got are left out."""
    shown = [v for v in VERDICTS if v in ("pass", "fail") or any(r.counts()[v] for r in runs)]
    rows = [["", *shown, "share"]]
    for run in runs:
        counts, share = run.counts(), run.share()
        rows.append([run.name, *(str(counts[v]) for v in shown), "-" if share is None else percent(share)])
    return columns(rows)
