"""What lit's --param may say, and the values that it gives."""

from __future__ import annotations

import json
from pathlib import Path

from ..basics.errors import UserError, require
from ..suite.adapters import Adapter
from ..suite.layout import NATIVE, REVISIONS
from . import baseline
from .baseline import Known

# What lit's --param may say; `run` says the same things in the same words.
PARAMETERS = {
    "runner": "a shipped runner's name or an adapter file (default: wasmtime)",
    "abi": "libc or spec2026 (default: the runner's first)",
    "baseline": "a file of known failures, RUNNER.ABI.toml: they are XFAIL, and XPASS where they pass",
    "engine": "where the engine is, instead of what the adapter says",
    "identity": "root, ns-root or user: all programs run so (default: as each asks)",
    "isolation": "auto, namespaces or process-group (default: auto)",
    "scratch": "the directory under which programs get their scratch (default: $TMPDIR or /tmp)",
    "timeout": "the most seconds that a program gets while the machine is not busy; most get less (default: 30)",
    "soak": "a whole number: suite/scenario/stress goes on so many times as long, within so many times the limit",
    "features": "what REQUIRES finds here, separated by commas (default: this is probed)",
    "results": "a file to which each verdict is appended, one JSON object a line; programs that have one are not run",
    "native": "such a file of the native run: programs in it are not run natively again",
    "seed": "a number: lit's random order is the one that follows from it",
}


def choice(params: dict[str, str], key: str, allowed: tuple[str, ...], default: str | None) -> str | None:
    value = params.get(key) or default
    require(value is None or value in allowed, f"{key} is one of {', '.join(allowed)}, not '{value}'")
    return value


def revision(params: dict[str, str], adapter: Adapter) -> str:
    if adapter.is_native:
        return NATIVE
    return choice(params, "abi", REVISIONS, adapter.abi[0])


def known_failures(path: str | None, adapter: Adapter, abi: str) -> dict[str, Known]:
    """The known failures that a baseline holds. Throws UserError, also for one of another run."""
    if not path:
        return {}
    name = baseline.NAME.fullmatch(Path(path).name)
    if name and (name["runner"], name["abi"]) != (adapter.name, abi):
        raise UserError(
            f"{path} is the baseline of {name['runner']} {name['abi']}, and this is a run of {adapter.name} {abi}: "
            "name the baseline of this run"
        )
    return baseline.load(Path(path))


def seconds(params: dict[str, str]) -> float:
    try:
        value = float(params.get("timeout") or 30)
    except ValueError:
        value = 0
    require(0 < value < 1e6, f"timeout is a number of seconds above 0, not '{params.get('timeout')}'")
    return value


def soak(params: dict[str, str]) -> int:
    text = params.get("soak") or "1"
    require(text.isdecimal() and 0 < int(text) < 1e6, f"soak is a whole number above 0, not '{text}'")
    return int(text)


def native_verdicts(path: str | None) -> dict[str, dict]:
    """The oracle's verdicts by the hash of its executable."""
    if not path:
        return {}
    try:
        entries = _entries(Path(path))
    except OSError as error:
        raise UserError(f"native verdicts: {error}") from None
    return {entry["module_sha256"]: entry for entry in entries if entry.get("module_sha256")}


def earlier_results(path: Path | None) -> dict[str, dict]:
    """The results by program that a file holds already; none if it is not there."""
    entries = _entries(path) if path and path.exists() else []
    return {entry["id"]: entry for entry in entries if "status" in entry}


def _entries(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text().splitlines()]
