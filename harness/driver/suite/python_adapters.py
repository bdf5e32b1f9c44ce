"""Adapters as wasi-testsuite has them: Python that computes an engine's command line.

wasi-testsuite asks such an adapter once for each test. Here it is asked before anything runs, in a process
of its own (adapter_process.py): for a run without arguments and variables, for one with either, and for one
with both. How the answers differ gives the template of the command, in which the launcher then puts each
program's own. The adapter runs as the user and outside of the isolation, as with wasi-testsuite's runner.
"""

from __future__ import annotations

import functools
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..basics.errors import UserError
from ..basics.text import one_line
from .adapters import expand

# How long an adapter may take to answer, which includes asking its engine for the version, in seconds.
SECONDS = 20

_PROCESS = Path(__file__).with_name("adapter_process.py")

# The smallest module: an adapter may look at the file.
_MODULE = b"\0asm\1\0\0\0"

_NOTHING = {"args": [], "env": {}}
_ARGUMENTS = ["wali-argument-1", "wali-argument-2"]
_VARIABLES = {"WALI_VARIABLE_1": "wali value 1", "WALI_VARIABLE_2": "wali value 2"}
_BOTH = {"args": ["one two", "", "three=3"], "env": {"WALI_EMPTY": "", "WALI_EQUAL": "a=b  c"}}

_NO_ARGUMENTS = "its command shows no place for a program's arguments: they go to the end"
_NO_VARIABLES = (
    "its command shows no place for a program's variables: "
    "a program has them only if the engine passes its own environment on"
)

# How long wasi-testsuite lets a test run if the adapter says nothing, in seconds.
_USUAL_TIMEOUT = 5.0


@dataclass(frozen=True)
class Told:
    """What an adapter says of its engine. `command` is a template, as in an adapter file; `notes` say
    what it has no place for."""

    name: str
    version: str
    time_scale: float
    command: tuple[str, ...]
    notes: tuple[str, ...] = ()


def ask(path: Path) -> Told:
    """What the adapter in this file says. Throws UserError if it is no adapter, or is at fault."""
    try:
        changed = path.stat().st_mtime_ns
    except OSError as error:
        raise UserError(f"{path}: {error.strerror}") from None
    return _ask(path, changed)


@functools.cache
def _ask(path: Path, _changed: int) -> Told:
    runs = [_NOTHING, _NOTHING | {"args": _ARGUMENTS}, _NOTHING | {"env": _VARIABLES}, _BOTH]
    with tempfile.TemporaryDirectory(prefix="wali-adapter-") as directory:
        module = Path(directory) / "program.wasm"
        module.write_bytes(_MODULE)
        request = {"adapter": str(path), "module": str(module), "runs": runs}
        answer = _answer(path, request, Path(directory) / "answer")
        commands = [_as_template(words, str(module)) for words in answer["commands"]]
    if not any("{module}" in word for word in commands[0]):
        raise UserError(f"{path}: the command that it computes does not name the module: {' '.join(commands[0])}")
    command, notes = _template(*commands)
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", answer["name"]).strip("._-") or path.stem
    scale = max(1.0, (answer["timeout"] or _USUAL_TIMEOUT) / _USUAL_TIMEOUT)
    return Told(name, one_line(answer["version"]), scale, command, notes)


def _answer(path: Path, request: dict, answer: Path) -> dict:
    """Asks the adapter in a process group of its own, of which nothing is left. Throws UserError."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [sys.executable, "-P", str(_PROCESS), str(answer)],
            stdin=subprocess.PIPE,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        try:
            process.communicate(json.dumps(request).encode(), SECONDS)
        except subprocess.TimeoutExpired:
            raise UserError(f"{path}: the adapter does not answer within {SECONDS} seconds") from None
        finally:
            _end(process)
        try:
            told = json.loads(answer.read_text())
        except (OSError, ValueError):
            said.seek(0)
            last = (said.read().decode(errors="replace").strip().splitlines() or ["it said nothing"])[-1]
            raise UserError(f"{path}: the adapter ended without an answer: {one_line(last)[:200]}") from None
    if "error" in told:
        lacking = "FileNotFoundError" in told["error"]
        advice = ": put the engine on PATH, or name it in the variable that the adapter reads" if lacking else ""
        raise UserError(f"{path}: {one_line(told['error'])}{advice}")
    return told


def _end(process: subprocess.Popen) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def _as_template(words: list[str], module: str) -> list[str]:
    return ["{--}" if word == "--" else word.replace(module, "{module}") for word in words]


# From the commands of several runs to one template


def _template(
    bare: list[str], with_args: list[str], with_env: list[str], with_both: list[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The template of a command from what it is without arguments and variables, with either, and with both;
    and what it has no place for, in words."""
    args = _insertion(bare, with_args, _ARGUMENTS, _of_arguments)
    env = _insertion(bare, with_env, [f"{name}={value}" for name, value in _VARIABLES.items()], _of_variables)
    variables = [f"{name}={value}" for name, value in _BOTH["env"].items()]
    wanted = ["--" if word == "{--}" else word for word in with_both]
    if args and env:
        for chosen in ([args, env], [env, args]):
            made = _inserted(bare, chosen)
            if expand(made, _BOTH["args"], variables) == wanted:
                return made, ()
    if args:
        return _inserted(bare, [args]), (_NO_VARIABLES,)
    if env:
        return _inserted(bare, [env]), (_NO_ARGUMENTS,)
    return tuple(bare), (_NO_ARGUMENTS, _NO_VARIABLES)


def _inserted(words: list[str], insertions: list[tuple[int, list[str]]]) -> tuple[str, ...]:
    """Words with others put in; of two at one place the first stays in front."""
    made = []
    for at in range(len(words) + 1):
        made += [word for place, group in insertions if place == at for word in group]
        made += words[at : at + 1]
    return tuple(made)


def _insertion(bare: list[str], longer: list[str], texts: list[str], group: Callable) -> tuple[int, list[str]] | None:
    """Where `longer` has words more than `bare`, and the words of a template that stand for them; None if it
    differs in another way. `group` makes them of the words and of the two `texts` that are in them."""
    more = len(longer) - len(bare)
    at = next((i for i, (one, other) in enumerate(zip(bare, longer)) if one != other), len(bare))
    if more <= 0 or bare[at:] != longer[at + more :]:
        return None
    words = group(longer[at : at + more], texts)
    return (at, words) if words else None


def _of_variables(words: list[str], texts: list[str]) -> list[str] | None:
    return _repeated(words, texts, "{env}")


def _of_arguments(words: list[str], texts: list[str]) -> list[str] | None:
    if words == texts:
        return ["{args}"]
    at = words.index(texts[0]) if texts[0] in words else len(words)
    if words[at : at + 2] == texts:
        return ["{", *words[:at], "{args}", *words[at + 2 :], "}"]
    return _repeated(words, texts, "{arg}")


def _repeated(words: list[str], texts: list[str], place: str) -> list[str] | None:
    """A group for words that come twice, with the first text and then with the second."""
    half = len(words) // 2
    first, second = words[:half], words[half:]
    unit = [word.replace(texts[0], place) for word in first]
    if not any(place in word for word in unit) or unit != [word.replace(texts[1], place) for word in second]:
        return None
    return ["{", *unit, "}"]
