"""What a run's results say of one program: why it was not run, or what became of it."""

from __future__ import annotations

from ..basics.errors import UserError
from ..basics.files import sha256
from ..suite import expectation, features
from ..suite.adapters import Adapter
from ..suite.layout import NATIVE
from ..suite.program import Program
from . import explain
from .judging import Judged
from .script import reproduce
from .session import Session

# How much of a transcript and of standard error a result keeps.
_KEPT = 64 * 1024


def require_readable(session: Session, program: Program) -> None:
    """Refuses what would skip or judge a program by a slip of the pen. Throws UserError."""
    for word in [word for expression in program.requires for word in features.unknown(expression)]:
        advice = "`harness/wali-cts doctor` lists them"
        raise UserError(f"{program.source}: REQUIRES '{word}', which is no feature: {advice}")
    expected = session.tree.expectation(program.id)
    if expected.exists() and (
        reason := expectation.unusable(expected.read_text(errors="replace"), session.kernel)
    ):
        raise UserError(f"{expected}: {reason}")


def skipped(session: Session, program: Program, abi: str) -> dict | None:
    """The result of a program that cannot be run on this machine at all; None if it can."""
    if abi == NATIVE and program.oracle is not None:
        return _result(session, program, NATIVE, "skip", f"no Linux equivalent: {program.oracle}")
    _, lacking = session.identity_for(program)
    return _result(session, program, abi, "skip", f"needs {', '.join(lacking)}") if lacking else None


def inapplicable(session: Session, program: Program, abi: str, native: dict) -> dict | None:
    """The result on an engine of a program that native does not pass; None if it does."""
    if native["status"] in ("pass", "skip"):
        return None
    return _result(session, program, abi, "inapplicable", f"natively {native['status']}: {native['detail']}")


def of(session: Session, program: Program, adapter: Adapter, abi: str, identity: str, judged: Judged) -> dict:
    """The result of a program that was run as `identity` and judged."""
    evidence, status = judged.evidence, judged.status
    result = _result(session, program, abi, status, judged.detail or explain.detail(status, evidence))
    result["seconds"] = round(judged.seen.seconds, 6)
    result["isolation"] = judged.seen.record.get("isolation")
    if evidence.own:
        result["own"] = explain.bounded(evidence.own)
    result |= {"remains": r["remains"] for r in judged.seen.records if "remains" in r}
    if status != "pass":
        result["transcript"] = evidence.transcript[:_KEPT]
        result["difference"] = explain.differences(evidence)[:_KEPT]
        result["stderr"] = evidence.record.get("stderr", "")[-_KEPT:]
    result["command"] = reproduce(session, program, adapter, abi, identity, judged.limit)
    return result


def _result(session: Session, program: Program, abi: str, status: str, detail: str) -> dict:
    module = session.tree.module(program.id, abi)
    return {
        "id": program.id,
        "group": program.group,
        "call": program.call,
        "title": program.title,
        "module_sha256": sha256(module) if module.exists() else None,
        "status": status,
        "seconds": 0.0,
        "detail": detail,
    }
