"""Asks an adapter of wasi-testsuite what it says. Run as a program of its own: such an adapter is foreign
Python, which may raise, hang, print or end the process.

    python3 adapter_process.py ANSWER < REQUEST

The request is {"adapter": PATH, "module": PATH, "runs": [{"args": […], "env": {…}}, …]}; the answer, in the
file ANSWER, {"name", "version", "timeout", "commands"}, with a command for each run, or {"error": TEXT}.

An adapter has one of two forms:

- a module with get_name(), get_version() and compute_argv(…), since September 2025. What compute_argv takes
  has changed since then, see `_arguments`.
- a program that runs the engine itself, before that: `adapter.py --version`, and `adapter.py --test-file FILE
  [--arg ARG]… [--env NAME=VALUE]…`. It is run until it starts a command that names FILE.
"""

from __future__ import annotations

import ast
import importlib.util
import inspect
import json
import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

# What the suite's modules are, in wasi-testsuite's words.
_VERSION, _WORLD = "wasm32-wasip1", "wasi:cli/command"


class _Fault(Exception):
    """What is wrong with the adapter, in words."""


def main() -> None:
    request, written = json.load(sys.stdin), Path(sys.argv[1])
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(Path(request["adapter"]).parent))
    try:
        answer = _ask(Path(request["adapter"]), request["module"], request["runs"])
    except _Fault as fault:
        answer = {"error": str(fault)}
    except RecursionError:
        answer = {"error": "it is nested too deeply"}
    written.write_text(json.dumps(answer))


def _ask(adapter: Path, module: str, runs: list[dict]) -> dict:
    defines = _defines_compute_argv(adapter)
    if not defines and (said := _version_of_program(adapter)):
        name, _, version = said.partition(" ")
        if not version:
            name, version = adapter.stem, said
        return {
            "name": name,
            "version": version,
            "timeout": None,
            "commands": [_command_of_program(adapter, module, **run) for run in runs],
        }
    functions = _loaded(adapter) if defines else _loaded_from_elsewhere(adapter)
    compute = _function(functions, "compute_argv")
    return {
        "name": _text(functions, "get_name"),
        "version": _text(functions, "get_version"),
        "timeout": _timeout(functions),
        "commands": [_command(compute, module, **run) for run in runs],
    }


def _defines_compute_argv(adapter: Path) -> bool:
    try:
        tree = ast.parse(adapter.read_bytes())
    except SyntaxError as error:
        raise _Fault(f"not Python: line {error.lineno}: {error.msg}") from None
    except (OSError, ValueError) as error:
        raise _Fault(f"not Python: {getattr(error, 'strerror', None) or error}") from None
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    imported = {a.asname or a.name for node in tree.body if isinstance(node, ast.ImportFrom) for a in node.names}
    return "compute_argv" in defined | imported


# Adapters that are modules


def _loaded(adapter: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("wasi_testsuite_adapter", adapter)
    module = importlib.util.module_from_spec(spec)
    sys.argv = [str(adapter)]
    _guarded("it cannot be loaded", lambda: spec.loader.exec_module(module))
    return module


def _loaded_from_elsewhere(adapter: Path) -> ModuleType:
    """A module that has its compute_argv from elsewhere, such as by `import *`. Throws _Fault if it has none:
    it may be a program that does not say its version."""
    silent = _Fault(
        f"it has no function compute_argv(), and `{adapter.name} --version` prints nothing on standard output: "
        "a module needs the function, and a program has to print the engine's name and version there"
    )
    try:
        module = _loaded(adapter)
    except _Fault:
        raise silent from None
    if not hasattr(module, "compute_argv"):
        raise silent
    return module


def _guarded(what: str, function: Callable):
    """What a function of the adapter's returns. Throws _Fault for whatever it throws."""
    try:
        return function()
    except (Exception, SystemExit) as error:
        raise _fault(what, error) from None


def _fault(what: str, error: BaseException) -> _Fault:
    first = (str(error).splitlines() or [""])[0]
    return _Fault(f"{what}: {type(error).__name__}{f': {first}' if first else ''}")


def _function(module: ModuleType, name: str) -> Callable:
    if not callable(function := getattr(module, name, None)):
        raise _Fault(f"it has no function {name}()")
    return function


def _text(module: ModuleType, name: str) -> str:
    text = _guarded(f"{name}() failed", _function(module, name))
    if not isinstance(text, str) or not text.strip():
        raise _Fault(f"{name}() returned {text!r:.80}, and not a text")
    return text.strip()


def _timeout(module: ModuleType) -> float | None:
    """The seconds that a test gets, if the adapter says so."""
    if not hasattr(module, "get_timeout_seconds"):
        return None
    seconds = _guarded("get_timeout_seconds() failed", module.get_timeout_seconds)
    if not isinstance(seconds, (int, float)) or not 0 < seconds < 1e6:
        raise _Fault(f"get_timeout_seconds() returned {seconds!r:.80}, and not a number of seconds")
    return seconds


def _command(compute: Callable, module: str, args: list[str], env: dict[str, str]) -> list[str]:
    taken = _arguments(compute, module, args, env)
    words = _guarded("compute_argv() failed", lambda: compute(*taken))
    if not isinstance(words, list) or not words or not all(isinstance(word, str) for word in words):
        raise _Fault(f"compute_argv() returned {words!r:.80}, and not a list of words")
    return words


def _arguments(compute: Callable, module: str, args: list[str], env: dict[str, str]) -> tuple:
    """What compute_argv takes, which its parameters tell. A WALI program sees the machine's files, so no
    directory is ever opened for it.

    test_path, args, env, dirs                                        September 2025
    test_path, args, env, dirs, wasi_version                          September 2025
    test_path, config, wasi_version                                   January 2026
    test_path, args_env_dirs, proposals, wasi_version                 January 2026
    test_path, args_env_dirs, proposals, wasi_world, wasi_version     February 2026
    test_path, args_env_root, proposals, wasi_world, wasi_version     June 2026
    """
    names = _guarded("compute_argv() cannot be called", lambda: list(inspect.signature(compute).parameters))
    if len(names) == 3:
        return module, _config(args, env), _VERSION
    if "env" in names:
        taken = module, args, env, [], _VERSION
        return taken[: len(names)]
    together = args, env, [] if "args_env_dirs" in names else None
    if len(names) == 4:
        return module, together, [], _VERSION
    return module, together, [], _WORLD, _VERSION


def _config(args: list[str], env: dict[str, str]) -> object:
    """A Config of wasi-testsuite's own, with whose classes such adapters compare."""
    ours = SimpleNamespace(Run=SimpleNamespace, Config=SimpleNamespace)
    classes = sys.modules.get("wasi_test_runner.test_case", ours)
    return classes.Config(operations=[classes.Run(args=args, env=env, **_no_directories(classes.Run))])


def _no_directories(run: type) -> dict:
    return {"root": None} if "root" in getattr(run, "_fields", ()) else {"dirs": []}


# Adapters that are programs


def _version_of_program(adapter: Path) -> str:
    """What `adapter.py --version` prints; "" if it prints nothing."""
    ran = subprocess.run(
        [sys.executable, str(adapter), "--version"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
    )
    if ran.returncode != 0:
        said = (ran.stderr.strip() or ran.stdout.strip() or "it says nothing").splitlines()[-1]
        raise _Fault(f"it has no function compute_argv(), and `{adapter.name} --version` failed: {said:.200}")
    return (ran.stdout.strip().splitlines() or [""])[0]


class _Started(BaseException):
    """The program started the engine, and goes no further."""


def _command_of_program(adapter: Path, module: str, args: list[str], env: dict[str, str]) -> list[str]:
    started: list[list[str]] = []

    def look(words: object) -> None:
        """Ends the program if this is the command that runs the module."""
        listed = ["/bin/sh", "-c", words] if isinstance(words, str) else words
        texts = [os.fsdecode(word) for word in listed]
        if any(module in text for text in texts):
            started.append(texts)
            raise _Started

    given = [word for arg in args for word in ("--arg", arg)]
    given += [word for name, value in env.items() for word in ("--env", f"{name}={value}")]
    sys.argv = [str(adapter), "--test-file", module, *given]
    _watch_starts(look)
    try:
        runpy.run_path(str(adapter), run_name="__main__")
    except (_Started, SystemExit):
        pass
    except Exception as error:
        if not started:
            raise _fault(f"`{adapter.name} --test-file FILE` failed", error) from None
    if not started:
        raise _Fault(f"`{adapter.name} --test-file FILE` starts no command that names the file")
    return started[0]


def _watch_starts(look: Callable[[object], None]) -> None:
    """Has `look` see each command before it starts."""

    class Popen(_POPEN):
        def __init__(self, args, *more, **named):
            look(args)
            super().__init__(args, *more, **named)

    def execute(_file, args, *_environment):
        look(args)
        raise _Fault(f"it executes {args!r:.80}, which does not name the file")

    subprocess.Popen = Popen
    os.system = lambda command: subprocess.call(command, shell=True)
    os.execv = os.execve = os.execvp = os.execvpe = execute


_POPEN = subprocess.Popen

if __name__ == "__main__":
    main()
