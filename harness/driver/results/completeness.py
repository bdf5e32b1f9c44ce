"""What part of the suite a run's results are, and what is lacking of it.

A run of results.json says of itself, besides `planned`, how many programs it was to run:

    "finished": false                   it was interrupted
    "refused": {ID: REASON}             programs that could not be judged, if there are any
    "part": {
      "suite": 931,                     programs that the suite has in this revision
      "chosen": 97,                     those of them that `patterns` choose
      "patterns": ["path/openat"],      none: all are chosen
      "shards": ["1/3"]                 none: all that are chosen were to be run
    }

Results that were written before there was a `part` say nothing: what they are is unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..basics.errors import UserError
from ..suite.layout import Tree
from ..suite.program import Program

_PATTERNS_SHOWN = 5  # of those that chose the programs; a list of ids may be hundreds


@dataclass(frozen=True)
class Scope:
    """Which programs a command runs: `chosen` are those of the suite that the patterns choose,
    of which `shard` (I, N) takes every N-th."""

    suite: Sequence[Program]
    chosen: Sequence[Program]
    patterns: Sequence[str] = ()
    shard: tuple[int, int] | None = None

    def part(self, tree: Tree, abi: str) -> dict:
        """What results.json says of a run in this revision."""
        suite, chosen = (sum(tree.has_module(p, abi) for p in among) for among in (self.suite, self.chosen))
        shards = ["/".join(map(str, self.shard))] if self.shard else []
        return {"suite": suite, "chosen": chosen, "patterns": list(self.patterns), "shards": shards}


def without_verdict(run: dict) -> int:
    """How many programs that were to be run have no verdict."""
    return max(0, run.get("planned", 0) - len(run["tests"]))


def is_finished(run: dict) -> bool:
    """Whether all that was to be run was run, as often as asked."""
    return run.get("finished", True) and not without_verdict(run)


def missing_shards(run: dict) -> list[str]:
    """The shards, such as "2/3", that would have to be put together with this run."""
    shards = (run.get("part") or {}).get("shards", [])
    if not shards:
        return []
    of = int(shards[0].split("/")[1])
    return [shard for n in range(1, of + 1) if (shard := f"{n}/{of}") not in shards]


def require_all_shards(runs: Sequence[dict], called: Sequence[str]) -> None:
    """Throws UserError if there are runs of which shards are missing."""
    for run, name in zip(runs, called):
        if missing := missing_shards(run):
            raise UserError(
                f"{name}: {_listed('shard', missing)} missing: name the results.json of every shard, "
                "or take the part that is there with --partial"
            )


def is_known(run: dict) -> bool:
    """Whether the run says what part of the suite it is."""
    return bool(run.get("part"))


def is_selection(run: dict) -> bool:
    """Whether patterns left programs of the suite out."""
    part = run.get("part")
    return bool(part and part["patterns"] and part["chosen"] < part["suite"])


def is_partial(run: dict) -> bool:
    """Whether the run is known not to be a whole one: its share is not the engine's."""
    return not is_finished(run) or bool(missing_shards(run)) or is_selection(run)


def lacks(run: dict) -> list[str]:
    """What is lacking of what was to be run, in a sentence each without its full stop."""
    return [text for text in (_unfinished(run), _shards(run)) if text]


def words(run: dict) -> str:
    """What the run is a part of and what it lacks, in one line; "" for a whole one, and for
    one that does not say."""
    counted = f"{run['part']['chosen']} of {run['part']['suite']} programs, " if is_selection(run) else ""
    return "; ".join(text for text in (_unfinished(run), _shards(run), counted + _selection(run)) if text)


def said(runs: list[dict], called: list[str]) -> list[tuple[str, str]]:
    """The runs that are a part of the suite or were not finished, with what is to be said of
    them; those of which the same is to be said share an entry. `programs` has the numbers."""
    by_words: dict[str, list[str]] = {}
    for run, name in zip(runs, called):
        if text := "; ".join(t for t in (_unfinished(run), _shards(run), _selection(run)) if t):
            by_words.setdefault(text, []).append(name)
    return [(", ".join(names), text) for text, names in by_words.items()]


def lines(runs: Sequence[dict], called: Sequence[str]) -> list[str]:
    """The same for a terminal; none if all runs are whole, or do not say."""
    return [f"part ({programs(runs)}): {names}: {text}" for names, text in said(runs, called)]


def programs(runs: Sequence[dict]) -> str:
    """How many programs there are results of: "97 of 931 programs", or "931 programs"."""
    ran = len({test["id"] for run in runs for test in run["tests"]})
    suite = max((run["part"]["suite"] for run in runs if is_known(run)), default=ran)
    return f"{ran} of {suite} programs" if ran < suite else f"{ran} program{'s' if ran != 1 else ''}"


def mark(run: dict) -> str:
    """The same in a word or two, to stand beside a share; "" likewise."""
    if not is_finished(run):
        return "not finished"
    return "a part" if is_partial(run) else ""


def _unfinished(run: dict) -> str:
    if is_finished(run):
        return ""
    lacking = without_verdict(run)
    if not lacking:
        return "not finished: some repetitions are lacking"
    text = f"not finished: {len(run['tests'])} of {run['planned']} planned programs have a verdict"
    refused = run.get("refused", {})
    if refused:
        first = next(iter(refused.values()))
        text += f"; {len(refused)} could not be judged: {first}" + (" …" if len(refused) > 1 else "")
    return text


def _shards(run: dict) -> str:
    if not (missing := missing_shards(run)):
        return ""
    has = run["part"]["shards"]
    return f"{_listed('shard', has)} of {run['part']['chosen']} programs; {_listed('shard', missing)} missing"


def _listed(what: str, names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"{what} {names[0]}"
    shown = ", ".join(names[:-1]) if len(names) < 9 else ", ".join(names[:8]) + f" … ({len(names)} of them)"
    return f"{what}s {shown} and {names[-1]}"


def _selection(run: dict) -> str:
    if not is_selection(run):
        return ""
    patterns = list(map(repr, run["part"]["patterns"]))
    if (more := len(patterns) - _PATTERNS_SHOWN) > 1:
        patterns[_PATTERNS_SHOWN:] = [f"{more} more patterns"]
    return f"only those that match {', '.join(patterns)}"


def join(one: dict, other: dict, shared: int = 0) -> dict | None:
    """The part that two parts are together, or None if they are no parts of one thing; `shared`
    programs are in both."""
    if one["shards"] and other["shards"]:
        same = all(one[key] == other[key] for key in ("suite", "chosen", "patterns"))
        of = {shard.split("/")[1] for shard in (*one["shards"], *other["shards"])}
        if not same or len(of) > 1 or set(one["shards"]) & set(other["shards"]):
            return None
        shards = sorted((*one["shards"], *other["shards"]), key=lambda shard: int(shard.split("/")[0]))
        return one | {"shards": shards}
    if one["shards"] or other["shards"] or one["suite"] != other["suite"]:
        return None
    patterns = list(dict.fromkeys((*one["patterns"], *other["patterns"])))
    return one | {"chosen": one["chosen"] + other["chosen"] - shared, "patterns": patterns}
