"""Runner adapters: how to start one engine. `adapter_files` reads them.

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

A list within `command` stands once for each variable of the program's environment if a word
in it has {env}, as ["--env", "{env}"] for an engine that takes NAME=VALUE, once for each
argument if one has {arg}, and any other once if there are arguments, as ["--", "{args}"]. The
launcher's words for it are `{` and `}` around the list, and `{--}` for a word `--`.

An adapter of wasi-testsuite, Python that computes the command, may stand for `command`
(`adapter = "mine.py"`), or for the whole file; see python_adapters.

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

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..basics.errors import UserError
from .layout import NATIVE, REVISIONS, Tree

PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Adapter:
    """One engine, as its file describes it; `command` and `prepare` are still templates.

    `missing` and `trap` are regular expressions that are searched line by line in what the
    engine says on either stream, `own` those of its lines on standard output, as running/own.py takes
    them. `spec` names the adapter so that `find` finds it again, from any directory; `option` is
    how the user named it behind --runner. `known_version` is for adapters that have asked the engine.
    """

    name: str
    command: tuple[str, ...]
    abi: tuple[str, ...] = REVISIONS
    version: tuple[str, ...] = ()
    known_version: str = ""
    prepare: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)
    missing: tuple[re.Pattern, ...] = ()
    trap: tuple[re.Pattern, ...] = ()
    own: tuple[re.Pattern, ...] = ()
    time_scale: float = 1.0
    expose: tuple[str, ...] = ()
    spec: str = ""
    option: str = ""

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
                    f"runner {self.name}: programs have a /tmp of their own and cannot see {wanted}: "
                    "move it into another directory"
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


def fill(word: str, values: dict[str, str]) -> str:
    """Replaces the {placeholders} that `values` has, and leaves the others."""
    return PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), word)


def expand(command: Sequence[str], arguments: list[str], variables: list[str]) -> list[str]:
    """The words that the launcher makes of a command for a program's arguments and variables, NAME=VALUE.
    Other placeholders stay. A command without {args} or {arg} gets no arguments."""
    words: list[str] = []
    rest = iter(command)
    for word in rest:
        if word != "{":
            words += _words(word, arguments)
            continue
        group = list(iter(lambda: next(rest), "}"))
        place = next((p for p in ("{env}", "{arg}") if any(p in text for text in group)), "")
        values = {"{env}": variables, "{arg}": arguments}.get(place, [""] if arguments else [])
        for value in values:
            for text in group:
                words += _words(text.replace(place, value) if place in text and place else text, arguments)
    return words


def _words(word: str, arguments: list[str]) -> list[str]:
    return arguments if word == "{args}" else ["--" if word == "{--}" else word]
