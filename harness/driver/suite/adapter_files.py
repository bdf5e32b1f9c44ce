"""Adapter files: which one a --runner option names, and what is wrong with one."""

from __future__ import annotations

import functools
import json
import os
import re
import shlex
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

from ..basics import files
from ..basics.errors import UserError
from ..basics.text import did_you_mean
from . import python_adapters
from .adapters import PLACEHOLDER, Adapter, fill
from .layout import NATIVE, REVISIONS, Tree

_KEYS = {
    "name": str,
    "adapter": str,
    "command": (str, list),
    "abi": (str, list),
    "version": (str, list),
    "prepare": (str, list),
    "environment": dict,
    "missing": (str, list),
    "trap": (str, list),
    "own": (str, list),
    "messages": str,
    "expose": list,
    "time_scale": (int, float),
}
_KINDS = {str: "a string", list: "a list", dict: "a table", int: "an integer", float: "a number"}
_KNOWN_PLACEHOLDERS = {"module", "args", "envfile", "build_dir", "engine", "cache_dir", "prepared"}
_REPEATED = ("{env}", "{arg}")  # only within a list of its own
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def find(spec: str, tree: Tree) -> list[Adapter]:
    """The adapters that a --runner option names: a shipped one, a file, or FILE:NAME."""
    if spec.endswith(".py"):
        path = Path(spec).absolute()
        return [replace(_load_adapter(path, {"adapter": str(path)}), spec=str(path), option=spec)]
    file, _, name = spec.partition(".toml:")
    if name or spec.endswith(".toml"):
        path = Path(file + ".toml" if name else spec).absolute()
        adapters = load(path)
        chosen = [
            replace(a, spec=f"{path}:{a.name}", option=spec if name or len(adapters) == 1 else f"{spec}:{a.name}")
            for a in adapters
            if not name or a.name == name
        ]
        if not chosen:
            raise UserError(f"{path}: no engine '{name}'; it has {', '.join(a.name for a in adapters)}")
        return chosen
    runners = tree.source_dir / "runners"
    path = runners / f"{spec}.toml"
    if "/" in spec or not path.exists():
        shipped = ", ".join(sorted(p.stem for p in runners.glob("*.toml")))
        raise UserError(f"no runner '{spec}': name one of {shipped}, or an adapter file ending in .toml or .py")
    return [replace(a, spec=spec, option=spec) for a in load(path)]


def overrides(pairs: list[str]) -> dict[str, str]:
    """The --engine options: paths by runner name."""
    paths = {}
    for pair in pairs:
        name, _, path = pair.partition("=")
        if not name or not path:
            raise UserError(f"--engine takes NAME=PATH, not '{pair}'")
        paths[name] = path
    return paths


def find_one(spec: str, tree: Tree) -> Adapter:
    """The one adapter that a --runner option names. Throws UserError if it names several."""
    found = find(spec, tree)
    if len(found) > 1:
        names = ", ".join(f"{spec}:{a.name}" for a in found)
        raise UserError(f"{spec} holds several engines: name one of {names}")
    return found[0]


def load(path: Path) -> list[Adapter]:
    """Reads an adapter file; one in WALI's engines.toml form may hold several."""
    try:
        content = tomllib.loads(path.read_text())
    except FileNotFoundError:
        raise UserError(f"{path}: no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path} cannot be read: {files.reason(error)}") from None
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{path}: not a TOML file: {error}") from None
    if "engines" in content:
        return _load_engines(path, content)
    return [_load_adapter(path, content)]


def _load_adapter(path: Path, content: dict) -> Adapter:
    for key, value in content.items():
        if key not in _KEYS:
            hint = did_you_mean(key, _KEYS) or f"; known keys: {', '.join(_KEYS)}"
            raise UserError(f"{path}: unknown key '{key}'{hint}")
        if not isinstance(value, _KEYS[key]) or isinstance(value, bool):
            raise UserError(f"{path}: '{key}' must be {_called(_KEYS[key])}")
    told = _ask(path, content)
    if told:
        content = {"name": told.name, "command": list(told.command), "time_scale": told.time_scale} | content
    for key in ("name", "command"):
        if key not in content:
            raise UserError(f"{path}: '{key}' is missing, which every adapter needs")
    if not _NAME.fullmatch(content["name"]):
        raise UserError(f"{path}: 'name' must be letters, digits, '.', '_' and '-'")
    if "messages" in content:
        _say_once(f"{path}: 'messages' has no effect any more: both streams are searched; remove the line")
    if not 0 < content.get("time_scale", 1) < 1e6:
        raise UserError(f"{path}: 'time_scale' must be above 0")
    adapter = Adapter(
        name=content["name"],
        command=_command(path, "command", content["command"]),
        abi=_abi(path, content.get("abi", list(REVISIONS))),
        version=_command(path, "version", content["version"]) if "version" in content else (),
        known_version=told.version if told and "version" not in content else "",
        prepare=_command(path, "prepare", content["prepare"]) if "prepare" in content else (),
        environment=_environment(path, content.get("environment", {})),
        missing=_patterns(path, "missing", content.get("missing", [])),
        trap=_patterns(path, "trap", content.get("trap", [])),
        own=_own(path, content.get("own", [])),
        time_scale=float(content.get("time_scale", 1)),
        expose=_paths(path, "expose", content.get("expose", [])),
    )
    given = {*adapter.command, *adapter.environment.values()}
    if not any(place in text for text in given for place in ("{module}", "{prepared}")):
        raise UserError(f"{path}: 'command' has no {{module}}, so the engine would not be told what to run")
    return adapter


def _ask(path: Path, content: dict) -> python_adapters.Told | None:
    """What the adapter of wasi-testsuite says that stands for `command`, if one does."""
    if "adapter" not in content:
        return None
    if "command" in content:
        raise UserError(f"{path}: 'adapter' takes the place of 'command': remove one of them")
    adapter = path.parent / content["adapter"]
    told = python_adapters.ask(adapter)
    for note in told.notes:
        _say_once(f"{adapter}: {note}")
    return told


def _called(kinds: type | tuple[type, ...]) -> str:
    """The kinds of a value in words."""
    return " or ".join(_KINDS[kind] for kind in (kinds if isinstance(kinds, tuple) else (kinds,)))


def _command(path: Path, key: str, value: str | list) -> tuple[str, ...]:
    try:
        words = shlex.split(value) if isinstance(value, str) else value
    except ValueError as error:
        raise UserError(f"{path}: '{key}': {error}") from None
    if key == "command":
        words = _flat(path, words)
    if not words or not all(isinstance(word, str) and word for word in words):
        raise UserError(f"{path}: '{key}' must be one or more words")
    for word in words:
        for name in PLACEHOLDER.findall(word):
            if name not in _KNOWN_PLACEHOLDERS and not (key == "command" and f"{{{name}}}" in _REPEATED):
                raise UserError(f"{path}: '{key}': unknown placeholder {{{name}}}")
            if name == "args" and word != "{args}":
                raise UserError(f"{path}: '{key}': {{args}} must be a word of its own")
    return tuple("{--}" if word == "--" else word for word in words)


def _flat(path: Path, words: list) -> list[str]:
    """A command with its lists between `{` and `}`, as the launcher takes it."""
    flat, inside = [], False
    for word in words:
        flat += ["{", *word, "}"] if isinstance(word, list) else [word]
    for word in flat:
        if word in ("{", "}") and inside == (word == "{"):
            raise UserError(f"{path}: 'command': a list holds words, and no other list")
        inside = word == "{" if word in ("{", "}") else inside
        for place in _REPEATED:
            if not inside and isinstance(word, str) and place in word:
                raise UserError(f"{path}: 'command': {place} must stand within a list, as in [\"--option\", \"{place}\"]")
    if inside:
        raise UserError(f"{path}: 'command': a list has no end")
    return flat


def _abi(path: Path, value: str | list) -> tuple[str, ...]:
    named = [value] if isinstance(value, str) else value
    if named == [NATIVE]:
        return (NATIVE,)
    if not named or not set(map(str, named)) <= set(REVISIONS):
        one, both = (json.dumps(list(names)) for names in (REVISIONS[:1], REVISIONS))
        wrong = next((f", not {json.dumps(str(n))}" for n in named if n not in REVISIONS), "")
        raise UserError(
            f"{path}: 'abi' must list the revisions that the engine implements, such as {one} or {both}{wrong}"
        )
    return tuple(r for r in REVISIONS if r in named)


def _environment(path: Path, value: dict) -> dict[str, str]:
    if not all(isinstance(v, str) for v in value.values()):
        raise UserError(f"{path}: the values of 'environment' must be strings")
    return value


def _own(path: Path, value: str | list) -> tuple[re.Pattern, ...]:
    patterns = _patterns(path, "own", value, re.MULTILINE)
    for pattern in patterns:
        if (match := pattern.search("a = 1")) and not match[0]:
            raise UserError(f"{path}: 'own': {pattern.pattern!r} matches every line: use a more specific pattern")
    return patterns


def _paths(path: Path, key: str, value: list) -> tuple[str, ...]:
    """Absolute paths, or relative ones seen from the adapter's file."""
    if not all(isinstance(word, str) and word for word in value):
        raise UserError(f"{path}: '{key}' must be a list of paths")
    words = [word if word.startswith("{build_dir}") else str(path.absolute().parent / word) for word in value]
    for word in words:
        if (named := os.path.normpath(word)) in ("/", "/tmp", "/dev", "/proc", "/wali"):
            raise UserError(f"{path}: '{key}': {named} is private to each program: name something inside it")
    return tuple(words)


def _patterns(path: Path, key: str, value: str | list, flags: int = 0) -> tuple[re.Pattern, ...]:
    texts = [value] if isinstance(value, str) else value
    try:
        return tuple(re.compile(text, flags) for text in texts)
    except (re.error, TypeError) as error:
        raise UserError(f"{path}: '{key}' is not a regular expression: {error}") from None


@functools.cache
def _say_once(note: str) -> None:
    print(f"note: {note}", file=sys.stderr)


def _load_engines(path: Path, content: dict) -> list[Adapter]:
    """WALI's own form, in which paths are relative to the file's directory."""
    engines = content["engines"]
    if not isinstance(engines, list) or not engines or not all(isinstance(e, dict) for e in engines):
        raise UserError(f"{path}: 'engines' must be a list of tables: [[engines]]")
    return [_load_engine(path, engine) for engine in engines]


def _load_engine(path: Path, engine: dict) -> Adapter:
    command = engine.get("command", [])
    command = [command] if isinstance(command, str) else list(command)
    words = command + list(engine.get("args", ["--env-file={env_file}", "{wasm_file}", "{args}"]))
    if not command or not all(isinstance(word, str) for word in words):
        raise UserError(f"{path}: each engine needs a 'name', a 'command' and a list of 'args'")
    if "/" in words[0]:
        words[0] = str((path.parent / words[0]).resolve())
    names = {"wasm_file": "{module}", "env_file": "{envfile}", "verbose_arg": "", "verbose": ""}
    words = [filled for word in words if (filled := fill(word, names))]
    if "{args}" not in words:
        words.append("{args}")
    return _load_adapter(path, {"name": engine.get("name", "engine"), "command": words})
