"""Runner adapters: how to start one engine.

An adapter is a TOML file:

    name = "iwasm"
    # One word each; a string is split as a shell would. {module} is the program,
    # {args} (a word of its own) its arguments, {envfile} a file of NAME=VALUE lines.
    command = ["iwasm", "--env-file={envfile}", "{module}", "{args}"]
    abi = ["libc", "spec2026"]                # the revisions it implements
    version = ["{engine}", "--version"]       # prints its version on the first line
    prepare = ["{engine}", "--compile-only", "{module}"]   # optional, once per module
    missing = ['unknown import: wali\\.\\w+']   # regular expressions: an import is lacking
    trap = ['^trap:']                         # the engine reports a trap
    own = ['^WARN: ']                         # its own lines among the program's; see running/own.py
    time_scale = 1.0                          # this engine's time limits, as a multiple
    expose = ["/opt/mine/share"]              # files and directories that it needs besides
    [environment]                             # added to the engine's environment
    CACHE = "{cache_dir}"

Also: {build_dir} is the build tree, {engine} the resolved first word of `command`,
{cache_dir} a directory of this module's own that outlives a run, to which only `prepare`
can write, and {prepared} a file in it that `prepare` makes and `command` runs. Only `name`
and `command` are required. An engine that takes no option for the guest's environment may
take an environment variable of its own: `environment = { ENGINE_ENV_FILE = "{envfile}" }`.
`messages`, which once named the stream that `missing` and `trap` are looked for on, does
nothing: they are looked for on both.

An engine sees the directories for which everyone installs (/usr, /opt, /etc, …), that of
its executable file, those of other files that `command` names by absolute paths, and what
`expose` says; all of them only for reading. What `expose` says stands in the report.

WALI's own `engines.toml` form is read too: `[[engines]]` with `name`, `command` and
`args`, in which {wasm_file}, {env_file}, {verbose_arg} and {args} stand.
"""

from __future__ import annotations

import difflib
import functools
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..basics.errors import UserError
from ..basics.text import one_line
from .layout import NATIVE, REVISIONS, Tree

_KEYS = {
    "name": str,
    "command": (str, list),
    "abi": list,
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
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_KNOWN_PLACEHOLDERS = {"module", "args", "envfile", "build_dir", "engine", "cache_dir", "prepared"}
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class Adapter:
    """One engine, as its file describes it; `command` and `prepare` are still templates.

    `missing` and `trap` are regular expressions that are searched line by line in what the
    engine says on either stream, `own` those of its lines on standard output, as running/own.py takes
    them. `spec` names the adapter so that `find` finds it again.
    """

    name: str
    command: tuple[str, ...]
    abi: tuple[str, ...] = REVISIONS
    version: tuple[str, ...] = ()
    prepare: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)
    missing: tuple[re.Pattern, ...] = ()
    trap: tuple[re.Pattern, ...] = ()
    own: tuple[re.Pattern, ...] = ()
    time_scale: float = 1.0
    expose: tuple[str, ...] = ()
    spec: str = ""

    @property
    def is_native(self) -> bool:
        return self.abi == (NATIVE,)

    @property
    def path_variable(self) -> str:
        """The environment variable that overrides where the engine is."""
        return "WALI_" + re.sub(r"\W", "_", self.name).upper()

    def cache_dir(self, tree: Tree) -> Path:
        """Where files of this engine are kept between runs, such as compiled code: a directory
        for each module."""
        return tree.cache_dir / self.name

    def resolve(self, tree: Tree, engine: str | None = None) -> Adapter:
        """This adapter with the engine's path found and what is fixed filled in.

        `engine` overrides the path, and so does the environment variable. Throws a
        UserError if there is no such executable file.
        """
        wanted = engine or os.environ.get(self.path_variable) or self.command[0]
        fixed = {"build_dir": str(tree.build_dir)}
        wanted = fill(wanted, fixed)
        if wanted == "{module}":  # the program runs by itself
            fixed["engine"] = wanted
        else:
            found = shutil.which(wanted)
            if not found:
                where = "does not exist or is not executable" if "/" in wanted else "is not on PATH"
                raise UserError(
                    f"runner {self.name}: {wanted} {where}; "
                    f"give its path with --engine {self.name}=PATH or {self.path_variable}=PATH"
                )
            if Path(found).absolute().parent == Path("/tmp"):
                raise UserError(
                    f"runner {self.name}: programs see a /tmp of their own: move {wanted} into a directory"
                )
            fixed["engine"] = str(Path(found).absolute())
        command = (fixed["engine"], *(fill(word, fixed) for word in self.command[1:]))
        return replace(
            self,
            command=command,
            version=tuple(fill(word, fixed) for word in self.version),
            prepare=tuple(fill(word, fixed) for word in self.prepare),
            environment={name: fill(value, fixed) for name, value in self.environment.items()},
            expose=tuple(self._exposed(fill(path, fixed)) for path in self.expose),
        )

    def _exposed(self, path: str) -> str:
        """A path of `expose`, if it can be shown. Throws UserError."""
        if not os.path.exists(path):
            raise UserError(f"runner {self.name}: 'expose': {path} does not exist")
        return path

    def run_prepare(self, values: dict[str, str]) -> bool:
        """Runs the prepare step on {module} to {prepared}; whether it succeeded. It runs as the
        caller and outside of the isolation: where it fails, the run itself shows why."""
        command = [fill(word, values) for word in self.prepare]
        environment = os.environ | {name: fill(value, values) for name, value in self.environment.items()}
        try:
            ran = subprocess.run(command, env=environment, capture_output=True, timeout=300, umask=0o022)
        except (OSError, subprocess.TimeoutExpired):
            return False
        return ran.returncode == 0

    def query_version(self) -> str:
        """The first line that the version command prints; "unknown" if it fails."""
        if not self.version:
            return "unknown"
        environment = os.environ | self.environment
        try:
            ran = subprocess.run(
                self.version, capture_output=True, text=True, errors="replace", timeout=10, env=environment
            )
        except (OSError, subprocess.TimeoutExpired):
            return "unknown"
        lines = (ran.stdout.strip() or ran.stderr.strip()).splitlines()
        return one_line(lines[0].strip()) if ran.returncode == 0 and lines else "unknown"


def fill(word: str, values: dict[str, str]) -> str:
    """Replaces the {placeholders} that `values` has, and leaves the others."""
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), word)


def find(spec: str, tree: Tree) -> list[Adapter]:
    """The adapters that a --runner option names: a shipped one, a file, or FILE:NAME."""
    file, _, name = spec.partition(".toml:")
    if name or spec.endswith(".toml"):
        path = Path(file + ".toml" if name else spec).absolute()
        adapters = [replace(a, spec=f"{path}:{a.name}") for a in load(path)]
        chosen = [a for a in adapters if not name or a.name == name]
        if not chosen:
            raise UserError(f"{path}: no engine '{name}'; it has {', '.join(a.name for a in adapters)}")
        return chosen
    path = tree.source_dir / "runners" / f"{spec}.toml"
    if "/" in spec or not path.exists():
        shipped = ", ".join(sorted(p.stem for p in path.parent.glob("*.toml")))
        raise UserError(f"no runner '{spec}': name one of {shipped}, or an adapter file ending in .toml")
    return [replace(a, spec=spec) for a in load(path)]


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
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(f"{path}: not a TOML file: {error}") from None
    if "engines" in content:
        return _load_engines(path, content)
    return [_load_adapter(path, content)]


def _load_adapter(path: Path, content: dict) -> Adapter:
    for key, value in content.items():
        if key not in _KEYS:
            close = difflib.get_close_matches(key, _KEYS, 1)
            hint = f"did you mean '{close[0]}'?" if close else f"known keys: {', '.join(_KEYS)}"
            raise UserError(f"{path}: unknown key '{key}'; {hint}")
        if not isinstance(value, _KEYS[key]) or isinstance(value, bool):
            raise UserError(f"{path}: '{key}' has the wrong type")
    for key in ("name", "command"):
        if key not in content:
            raise UserError(f"{path}: no '{key}'")
    if not _NAME.fullmatch(content["name"]):
        raise UserError(f"{path}: 'name' must be letters, digits, '.', '_' and '-'")
    if "messages" in content:
        _say_once(f"{path}: 'messages' does nothing any more: both streams are looked at; remove the line")
    if not 0 < content.get("time_scale", 1) < 1e6:
        raise UserError(f"{path}: 'time_scale' must be above 0")
    return Adapter(
        name=content["name"],
        command=_command(path, "command", content["command"]),
        abi=_abi(path, content.get("abi", list(REVISIONS))),
        version=_command(path, "version", content["version"]) if "version" in content else (),
        prepare=_command(path, "prepare", content["prepare"]) if "prepare" in content else (),
        environment=_environment(path, content.get("environment", {})),
        missing=_patterns(path, "missing", content.get("missing", [])),
        trap=_patterns(path, "trap", content.get("trap", [])),
        own=_own(path, content.get("own", [])),
        time_scale=float(content.get("time_scale", 1)),
        expose=_paths(path, "expose", content.get("expose", [])),
    )


def _command(path: Path, key: str, value: str | list) -> tuple[str, ...]:
    try:
        words = shlex.split(value) if isinstance(value, str) else value
    except ValueError as error:
        raise UserError(f"{path}: '{key}': {error}") from None
    if not words or not all(isinstance(word, str) and word for word in words):
        raise UserError(f"{path}: '{key}' must be one or more words")
    if "--" in words:
        raise UserError(f"{path}: '{key}' cannot hold the word '--', which ends the command for the launcher")
    for word in words:
        for name in _PLACEHOLDER.findall(word):
            if name not in _KNOWN_PLACEHOLDERS:
                raise UserError(f"{path}: '{key}': unknown placeholder {{{name}}}")
            if name == "args" and word != "{args}":
                raise UserError(f"{path}: '{key}': {{args}} must be a word of its own")
    return tuple(words)


def _abi(path: Path, value: list) -> tuple[str, ...]:
    if value == [NATIVE]:
        return (NATIVE,)
    if not value or not set(map(str, value)) <= set(REVISIONS):
        raise UserError(f"{path}: 'abi' is a list of {' and '.join(REVISIONS)}")
    return tuple(r for r in REVISIONS if r in value)


def _environment(path: Path, value: dict) -> dict[str, str]:
    if not all(isinstance(v, str) for v in value.values()):
        raise UserError(f"{path}: 'environment' holds strings only")
    return value


def _own(path: Path, value: str | list) -> tuple[re.Pattern, ...]:
    patterns = _patterns(path, "own", value, re.MULTILINE)
    for pattern in patterns:
        if (match := pattern.search("a = 1")) and not match[0]:
            raise UserError(f"{path}: 'own': {pattern.pattern!r} is found in every line")
    return patterns


def _paths(path: Path, key: str, value: list) -> tuple[str, ...]:
    """Absolute paths, or relative ones seen from the adapter's file."""
    if not all(isinstance(word, str) and word for word in value):
        raise UserError(f"{path}: '{key}' is a list of paths")
    words = [word if word.startswith("{build_dir}") else str(path.absolute().parent / word) for word in value]
    for word in words:
        if (named := os.path.normpath(word)) in ("/", "/tmp", "/dev", "/proc", "/wali"):
            raise UserError(f"{path}: '{key}': {named} is the program's own: name what lies in it")
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
        raise UserError(f"{path}: 'engines' must be tables: [[engines]]")
    return [_load_engine(path, engine) for engine in engines]


def _load_engine(path: Path, engine: dict) -> Adapter:
    command = engine.get("command", [])
    command = [command] if isinstance(command, str) else list(command)
    words = command + list(engine.get("args", ["--env-file={env_file}", "{wasm_file}", "{args}"]))
    if not command or not all(isinstance(word, str) for word in words):
        raise UserError(f"{path}: each engine has a 'name', a 'command' and a list of 'args'")
    if "/" in words[0]:
        words[0] = str((path.parent / words[0]).resolve())
    names = {"wasm_file": "{module}", "env_file": "{envfile}", "verbose_arg": "", "verbose": ""}
    words = [filled for word in words if (filled := fill(word, names))]
    if "{args}" not in words:
        words.append("{args}")
    return _load_adapter(path, {"name": engine.get("name", "engine"), "command": words})
