"""What one failure says by itself: which call, and how what it gave differs.

A failure is read from its result alone: the transcript's `blocked:` line, the first
observation that differs, the engine's own words, the ending. Each reading is a Symptom;
failures that share one may have one cause (causes.py). The kinds are named like the
operators of mutants where both mean the same.
"""

from __future__ import annotations

import errno
import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..running.verdict import body_and_ending
from ..suite.layout import TOPIC_GROUPS
from .differences import BLOCKED, Difference, own_words, plain, read_difference

_VALUE = re.compile(r"(?P<label>.+?) = (?P<value>.*)")
_NUMBER = re.compile(r"-?\d+|0x[0-9a-f]+")
_OCTAL = re.compile(r"0[0-7]+")
_POISON = re.compile(r"a5a5|\\xa5|2779096485|0x25a5a5a", re.IGNORECASE)
_NO_RETURN = re.compile(r"unreachable", re.IGNORECASE)
_HANDLERS = re.compile(r"\bhandler|\bruns\b|-EINTR|rt_sigsuspend")
_FATAL = ("SIGABRT", "SIGSEGV", "SIGILL", "SIGBUS", "SIGTRAP", "SIGFPE", "SIGSYS")
_HANDLERS_NEVER = "handlers-never"
_AT = re.compile(r"\w+at2?$|utimensat|mkfifo|mknod")

# Requests and options that are named in place of their call.
_OPTIONS = {"F_": "fcntl", "TIOC": "ioctl", "FION": "ioctl", "TC": "ioctl", "PR_": "prctl", "FUTEX_": "futex"}


@dataclass(frozen=True)
class Symptom:
    """One reading of a failure. `subject` is the call, or what else the kind is of; `strength`,
    up to 1, is how surely failures that share it share a cause; what only stands beside another cause has
    none. `waits`: the program got no further than its set-up."""

    kind: str
    subject: str
    strength: float
    waits: bool = False


def _set_aside(test: dict) -> list[str]:
    """The engine's own lines that the adapter told from the program's."""
    return [line for line in test.get("own", "").splitlines() if line.strip()]


class Reader:
    """Reads the failures of one run."""

    def __init__(
        self,
        tests: list[dict],
        calls: frozenset[str] | None = None,
        reported: Callable[[str], Mapping[str, str]] = lambda program_id: {},
    ) -> None:
        """`tests` are all of the run, those that pass included. `reported` gives the calls whose results a program
        prints, by the names that it prints."""
        self.failures = [test for test in tests if "difference" in test]
        self.own = own_words(self.failures) | {plain(line) for test in tests for line in _set_aside(test)}
        self.calls = calls or frozenset(
            t["call"] for t in tests if "call" in t and t.get("group") not in TOPIC_GROUPS
        )

        self._reported = functools.cache(reported)
        self._differences: dict[str, Difference] = {}

    def difference(self, test: dict) -> Difference:
        """Of a failure of this run."""
        if test["id"] not in self._differences:
            self._differences[test["id"]] = read_difference(test.get("difference", ""), self.own)
        return self._differences[test["id"]]

    def symptoms(self, test: dict) -> list[Symptom]:
        """What a failure shows; the first is what it shows first."""
        found = [s for s in self._symptoms(test) if self._handlers_fail or not _is_weak(s, test)]
        return list({(s.kind, s.subject): s for s in reversed(found)}.values())[::-1]

    @functools.cached_property
    def _handlers_fail(self) -> bool:
        """Whether this engine's handlers do not run, as far as it shows in more than programs that do not end: a
        timeout can have any cause, and is evidence only beside at least as many failures that say more."""
        shown = [
            _is_weak(symptom, test)
            for test in self.failures
            for symptom in self._symptoms(test)
            if symptom.kind == _HANDLERS_NEVER
        ]
        return shown.count(False) >= max(1, shown.count(True))

    def _symptoms(self, test: dict) -> Iterator[Symptom]:
        if test["status"] == "missing":
            yield Symptom("missing", test.get("detail") or "which one is not said", 1.0)
            return
        if test["status"] == "fail" and test.get("transcript") == "" and not test.get("stderr", "").strip():
            yield Symptom("prints-nothing", "", 0.9)
            return
        seen = self.difference(test)
        words = self._words(test)
        if blocked := blocked_line(test):
            yield from self._blocked(blocked, test)
        else:
            yield from self._first(seen, test)
            yield from self._ending(seen, test, words)
        if _NO_RETURN.search(" ".join(words)):
            yield Symptom("no-return", "", 0.0 if blocked else 0.6)
        if words:
            alone = not seen.expected and not seen.got
            yield Symptom("own-words", "", 1.0 if alone else 0.0)

    def _words(self, test: dict) -> list[str]:
        """The engine's own lines on either stream."""
        printed = [line[2:] for line in test.get("difference", "").splitlines() if line.startswith("+ ")]
        return [*(line for line in printed if plain(line) in self.own), *_set_aside(test)]

    # ---- set-up

    def _blocked(self, said: str, test: dict) -> Iterator[Symptom]:
        match = _VALUE.fullmatch(said)
        what, result = (match["label"], match["value"]) if match else (said, "")
        call = self.call_of(what, test)
        if _AT.match(call) and result == "-EBADF":
            yield Symptom("at-fdcwd-as-number", "", 0.95, True)
        if kind := _refusal(result):
            yield Symptom(kind, call, 0.95, True)
        elif (number := _whole(result)) is not None and number in errno.errorcode:
            yield Symptom("errno-sign-flipped", call, 0.7, True)
        yield Symptom("refused", f"{call} = {result}" if result else call, 0.6, True)

    # ---- the first observation that differs

    def _first(self, seen: Difference, test: dict) -> Iterator[Symptom]:
        pair = _pair(seen)
        if not pair:
            return
        label, wanted, given = pair
        call = self.call_of(label, test)
        number = _whole(given)
        wants_error = re.fullmatch(r"-E[A-Z0-9]+", wanted) is not None
        if kind := _refusal(given):
            yield Symptom(kind, call, 0.9)
        if wants_error and number is not None and -number == _error(wanted):
            yield Symptom("errno-sign-flipped", call, 0.95)
        elif wants_error and given == "-1":
            yield Symptom("any-error-minus-one", call, 0.9)
        elif wants_error and given == "-EIO":
            yield Symptom("any-error-eio", call, 0.9)
        if _is_cut(wanted, number):
            yield Symptom("result-zero-extended", call, 0.95)
        if wanted == "-EFAULT" and not _refusal(given) and given not in ("14", "-1", "-EIO"):
            yield Symptom("bounds-check-missing", call, 0.85)
        elif wants_error and given == "0":
            yield Symptom("failure-as-zero", call, 0.5)
        if given == "-EFAULT" and wanted != given:
            kind = "null-refused" if "NULL" in label else "last-byte-refused" if "last" in label else "refused"
            yield Symptom(kind, call if kind != "refused" else f"{call} = -EFAULT", 0.7)
        elif given == "-EBADF" and _AT.match(call):
            yield Symptom("at-fdcwd-as-number", "", 0.8)
        elif re.fullmatch(r"-E[A-Z]+", given) and not wants_error and not _refusal(given):
            yield Symptom("refused", f"{call} = {given}", 0.5)
        if _POISON.search(given) and not _POISON.search(wanted) or given == "untouched":
            yield Symptom("not-written", call, 0.8)
        elif wanted == "untouched":
            yield Symptom("written-on-failure", call, 0.6)
        yield from _of_a_handler(f"{label} = {wanted}", given, test)
        if re.match(r"exited |stopped", wanted) and (killed := re.match(r"killed (\w+)", given)):
            if killed[1] in _FATAL:
                yield Symptom("dies", killed[1], 0.5)

    # ---- the ending

    def _ending(self, seen: Difference, test: dict, words: list[str]) -> Iterator[Symptom]:
        _, ending = body_and_ending(test.get("transcript", ""))
        if not ending or (ending not in seen.got and test["status"] not in ("crash", "timeout")):
            return
        wanted = seen.expected[0] if seen.expected else ""
        yield from _of_a_handler(wanted, ending, test)
        call = self.call_of(_label(wanted), test)
        if wanted.endswith("= -EFAULT") and ending != "timeout":
            yield Symptom("bounds-check-missing", call, 0.8)
        if ending == "timeout":
            yield Symptom("hangs", call, 0.4)
        elif killed := re.match(r"killed (\w+)", ending):
            yield Symptom("dies", killed[1], 0.5)
        elif message := _message(test, words):
            yield Symptom("message", message, 0.55)

    # ---- which call

    def call_of(self, text: str, test: dict) -> str:
        """The call that an observation is of: as the source says, or its first word that is one, else what the
        program is about."""
        if call := self._reported(test["id"]).get(text):
            return call
        for word in re.findall(r"\w+", text)[:2]:
            if word in self.calls or word.startswith("__"):
                return word
            for prefix, call in _OPTIONS.items():
                if word.startswith(prefix):
                    return call
        if text and not test.get("group"):
            return text.split()[0]
        group, topic, case = [*test["id"].split("/"), "", ""][:3]
        if (group, topic) == ("abi", "pointers") and case.replace("-", "_") in self.calls:
            return case.replace("-", "_")
        first = re.match(r"\w+", text)
        if group in TOPIC_GROUPS:
            return first[0] if first and blocked_line(test) else f"{group}/{topic}"
        return first[0] if first and blocked_line(test) else topic


def _is_weak(symptom: Symptom, test: dict) -> bool:
    """Whether a symptom of handlers is one of a program that only did not end."""
    ending = body_and_ending(test.get("transcript", ""))[1]
    return symptom.kind == _HANDLERS_NEVER and ending == "timeout"


def blocked_line(test: dict) -> str:
    """What the first `blocked:` line of a failure says, wherever it stands: the engine may have
    gone on, or printed more."""
    for line in test.get("transcript", "").splitlines():
        if line.startswith(BLOCKED):
            return line[len(BLOCKED) :]
    return test.get("detail", "") if test["status"] == "blocked" else ""


def _label(line: str) -> str:
    match = _VALUE.match(line)
    return match["label"] if match else line


def _pair(seen: Difference) -> tuple[str, str, str] | None:
    """Label, expected and given value of the first observation that was made and differs."""
    given = {m["label"]: m["value"] for m in map(_VALUE.fullmatch, reversed(seen.got)) if m}
    for line in seen.expected[:1]:
        match = _VALUE.fullmatch(line)
        if match and match["label"] in given:
            wanted = re.sub(r" \(\w+ is .*\)$", "", match["value"])
            return match["label"], wanted, given[match["label"]]
    return None


def _whole(text: str) -> int | None:
    """A whole number as programs print it: decimal, hexadecimal, or octal as modes are."""
    if not _NUMBER.fullmatch(text):
        return None
    return int(text, 8 if _OCTAL.fullmatch(text) else 16 if text.startswith("0x") else 10)


def _error(name: str) -> int:
    """The value of "-EFAULT"; 0 for a name that there is none of."""
    return -getattr(errno, name[1:], 0)


def _refusal(value: str) -> str:
    """The kind of a value that says that a call is not there."""
    return {"-ENOSYS": "enosys", str(errno.ENOSYS): "enosys-38", "-38": "enosys"}.get(value, "")


def _is_cut(wanted: str, number: int | None) -> bool:
    """Whether a number is the wanted one, cut to its lower 32 bits."""
    if number is None:
        return False
    if wanted.startswith("-"):
        return (1 << 32) - 4096 <= number < 1 << 32
    whole = _whole(wanted)
    return whole is not None and whole != number and whole & 0xFFFFFFFF == number & 0xFFFFFFFF


def _of_a_handler(wanted: str, given: str, test: dict) -> Iterator[Symptom]:
    """Signals that do not reach their handlers: it has not run, the wait goes on, or the default
    action ends the program."""
    if not _HANDLERS.search(wanted) and not _HANDLERS.search(test.get("title", "")):
        return
    killed = re.match(r"killed (\w+)", given)
    if given in ("0", '""', "timeout") or given.startswith("killed SIGABRT") or given == "elsewhere":
        yield Symptom(_HANDLERS_NEVER, "", 0.65)
    elif killed and killed[1] not in _FATAL:
        yield Symptom(_HANDLERS_NEVER, "", 0.8)


def _message(test: dict, words: list[str]) -> str:
    """What the engine said at the end: the last of its words, else the first line of standard error."""
    lines = [line for line in test.get("stderr", "").splitlines() if line.strip()]
    said = lines[0] if lines else words[-1] if words else test.get("detail", "")
    return plain(said)[:100] if said and not said.startswith("line ") else ""
