"""The table against its two sources, which are downloaded when this runs:

- the crate `libc`, which declares the calls for Rust (`wali.rs`), by cargo;
- the package `wali-linux`, the specification in Python (`wali.spec`), by pip.

Each difference is a line. sources.toml names the versions, and the differences that are lawful, with
their reasons; one of those that is found no longer is a difference too. Exit status: 0 if nothing
else differs, 1 if something does, 2 for bad arguments, 77 if a source cannot be had here.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
KNOWN = HERE / "sources.toml"
UNAVAILABLE = 77
SECONDS = 240  # for each download

_WALI_RS = "src/unix/linux_like/linux/musl/b64/wasm32/wali.rs"
_FUNCTION = re.compile(r'link_name = "SYS_(\w+)"\]\s*pub fn \w+\(([^)]*)\)(?: -> (\w+))?;')
_NUMBER = re.compile(r"pub const SYS_(\w+): c_long = (\d+);")
_WASM = {"i32": "i32", "u32": "i32", "i64": "i64", "u64": "i64"}
# Up to 0.2.183 the crate has a c_long of its own, which has the width of a pointer.
_OWN_LONG = re.compile(r'target_pointer_width = "64".*?else.*?pub type c_long = (\w+);', re.DOTALL)

# Run on its own: prints what wali.spec says, as JSON.
_ASK_SPEC = """
import json, sys
sys.path.insert(0, sys.argv[1])
from wali.spec import AUX_SYSCALLS, SYSCALLS, TypeRegistry as T
wasm = lambda type: 'i64' if '(' not in type and T.resolve_size(type) == 8 else 'i32'
print(json.dumps({
    'calls': {s.name: [s.nrs.x86_64, list(map(wasm, s.args))] for s in SYSCALLS.values() if s.implemented},
    'others': sorted(AUX_SYSCALLS),
    'structs': {n: [d.total_size, {f.name: o for f, o in zip(d.fields, d.field_offsets)}]
                for n, d in T.struct_defs.items()},
}))
"""

# Names of the same structure and the same field: the source's, and the table's.
_STRUCTS = {"stack_t": "stack", "stx_time": "statx_timestamp", "cpu_set_t": "cpu_set", "dirent": "linux_dirent64"}
_FIELDS = {"fds_bits": "bits", "f_spare": "spare", "unused": "spare", "ru_msgsng": "ru_msgsnd"}
_PADDING = re.compile(r"pad\d?|spare|reserved")


class Unavailable(Exception):
    """A source cannot be had here; the message says which and why."""


# ---- what differs


def of_crate(version: str, declared: dict, numbers: dict, table: dict) -> list[str]:
    """How the crate's declarations differ from the revision libc. `declared` has the types of the
    parameters and of the result by call, `numbers` the calls' numbers."""
    calls = {call["name"]: call for call in table["calls"] if "libc" in call["revisions"]}
    lines = _names(f"libc {version}", set(declared), set(calls))
    for name in sorted(set(declared) & set(calls)):
        call, (types, result) = calls[name], declared[name]
        expected = [param["wasm"]["libc"] for param in call["params"]]
        if types != expected:
            lines.append(f"libc {version}: {name} takes {_list(types)}, and in the table {_list(expected)}")
        if result != "i64":
            lines.append(f"libc {version}: {name} gives {result}, and in the table i64")
        number = numbers.get(name, "none")
        if number != call["number"]:
            lines.append(f"libc {version}: the number of {name} is {number}, and in the table {call['number']}")
    return lines


def of_package(version: str, said: dict, table: dict, page: str) -> list[str]:
    """How the package differs from the revision spec2026, and from `page`, which is ABI.md."""
    source = f"wali-linux {version}"
    calls = {call["name"]: call for call in table["calls"] if "spec2026" in call["revisions"]}
    lines = _names(source, set(said["calls"]), set(calls))
    for name in sorted(set(said["calls"]) & set(calls)):
        number, types = said["calls"][name]
        expected = [param["wasm"]["spec2026"] for param in calls[name]["params"]]
        if types != expected:
            lines.append(f"{source}: {name} takes {_list(types)}, and in the table {_list(expected)}")
        if number != calls[name]["number"]:
            lines.append(f"{source}: the number of {name} is {number}, and in the table {calls[name]['number']}")
    named = set(re.findall(r"`(\w+)(?: \([^`]*)?`", page))
    lines += [
        f"{source}: {name} is an import, and ABI.md does not name it" for name in said["others"] if name not in named
    ]
    for name, (size, fields) in sorted(said["structs"].items()):
        lines += _layout(source, name, size, fields, table["structs"])
    return lines


def _names(source: str, there: set, here: set) -> list[str]:
    lines = [f"{source}: {name} is not in the table" for name in sorted(there - here)]
    return lines + [f"{source}: it lacks {name}, which is in the table" for name in sorted(here - there)]


def _layout(source: str, name: str, size: int, fields: dict, structs: dict) -> list[str]:
    own = name.removeprefix("struct ")
    known = structs.get(_STRUCTS.get(own, own))
    if known is None:
        return [f"{source}: {own} is not in the table"]
    lines = [f"{source}: {own} has {size} bytes, and in the table {known['size']}"] * (size != known["size"])
    for field, offset in fields.items():
        if _PADDING.fullmatch(field):
            continue
        at = known["fields"].get(_FIELDS.get(field, field))
        if at is None:
            lines.append(f"{source}: {own}.{field} is not in the table")
        elif at != offset:
            lines.append(f"{source}: {own}.{field} is at {offset}, and in the table at {at}")
    return lines


def _list(types: list[str]) -> str:
    return f"({', '.join(types)})"


def judge(lines: list[str], known: dict[str, str]) -> tuple[list[str], list[str]]:
    """The lines that are new, and the known ones that are found no longer. A known line names a
    source without its version."""
    found = {re.sub(r"^(\S+) \S+:", r"\1:", line): line for line in lines}
    return [line for key, line in found.items() if key not in known], [key for key in known if key not in found]


# ---- the crate


def read_crate(directory: Path) -> tuple[dict, dict]:
    """The declarations and the numbers of a crate's sources."""
    try:
        declarations = (directory / _WALI_RS).read_text()
        numbers = (directory / _WALI_RS).with_name("mod.rs").read_text()
        primitives = (directory / "src/primitives.rs").read_text()
    except OSError as error:
        raise Unavailable(f"the crate libc has other files than expected: {error}") from None
    own = _OWN_LONG.search(primitives)
    long = _WASM[own[1]] if own else "i64"
    return parse_declarations(declarations, long), {name: int(n) for name, n in _NUMBER.findall(numbers)}


def parse_declarations(text: str, long: str) -> dict:
    """The types of each call's parameters and result. `long` is what a c_long is."""
    declared = {}
    for name, params, result in _FUNCTION.findall(text):
        types = [_WASM[type_] for type_ in re.findall(r"\w+: (\w+)", params)]
        declared[name] = (types, long if result == "c_long" else result or "nothing")
    return declared


def fetch_crate(wanted: str, directory: Path) -> tuple[str, Path]:
    """The version and the sources of the crate, by cargo: `wanted` is a version, or `*`."""
    requirement = wanted if wanted == "*" else f"={wanted}"
    (directory / "src").mkdir()
    (directory / "src/lib.rs").write_text("")
    (directory / "Cargo.toml").write_text(
        '[package]\nname = "check-sources"\nversion = "0.0.0"\nedition = "2021"\n'
        f'[dependencies]\nlibc = "{requirement}"\n'
    )
    printed = _client(["cargo", "metadata", "--format-version", "1", "--quiet"], "the crate libc", directory)
    for package in json.loads(printed)["packages"]:
        if package["name"] == "libc":
            return package["version"], Path(package["manifest_path"]).parent
    raise Unavailable("the crate libc is not in what cargo says")


# ---- the package


def fetch_package(wanted: str, directory: Path) -> tuple[str, dict]:
    """The version of the package and what it says, by pip: `wanted` is a version, or `*`."""
    name = "wali-linux" if wanted == "*" else f"wali-linux=={wanted}"
    words = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", "."]
    _client([*words, name], "the package wali-linux", directory)
    wheels = list(directory.glob("wali_linux-*.whl"))
    if not wheels:
        raise Unavailable("the package wali-linux has no wheel")
    with zipfile.ZipFile(wheels[0]) as wheel:
        wheel.extractall(directory)
    printed = _client([sys.executable, "-I", "-c", _ASK_SPEC, str(directory)], "wali.spec", directory)
    return wheels[0].name.split("-")[1], json.loads(printed)


def _client(words: list[str], what: str, directory: Path) -> str:
    """What a command prints. Throws Unavailable if it fails."""
    environment = os.environ | {"CARGO_NET_RETRY": "1", "PIP_RETRIES": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    try:
        ran = subprocess.run(words, cwd=directory, capture_output=True, text=True, timeout=SECONDS, env=environment)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unavailable(f"{what} cannot be had here: {error}") from None
    if ran.returncode != 0:
        said = [line.strip() for line in ran.stderr.splitlines() if "error" in line.lower()] or ["no message"]
        raise Unavailable(f"{what} cannot be had here: `{words[0]}` says: {said[-1]}")
    return ran.stdout


# ---- the command


def differences(crate: str, package: str, table: dict) -> list[str]:
    """All differences from both sources of these versions. Throws Unavailable."""
    with tempfile.TemporaryDirectory(prefix="wali-sources-") as directory:
        places = [Path(directory) / name for name in ("crate", "package")]
        for place in places:
            place.mkdir()
        version, sources = fetch_crate(crate, places[0])
        lines = of_crate(version, *read_crate(sources), table)
        print(f"libc {version}: {len(lines)} differences")
        version, said = fetch_package(package, places[1])
        found = of_package(version, said, table, (HERE.parents[1] / "suite/ABI.md").read_text())
        print(f"wali-linux {version}: {len(found)} differences")
    return lines + found


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="check-sources", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "table", nargs="?", type=Path, default=HERE.parents[1] / "build/abi.json", help="abi.json of a build tree"
    )
    parser.add_argument("--newest", action="store_true", help="the newest versions in place of those of sources.toml")
    parser.add_argument("--libc", metavar="VERSION", help="this version of the crate")
    parser.add_argument("--wali-linux", metavar="VERSION", help="this version of the package")
    options = parser.parse_args()
    pinned = tomllib.loads(KNOWN.read_text())
    try:
        table = json.loads(options.table.read_text())
    except (OSError, ValueError) as error:
        parser.error(f"{options.table}: {error}: build it with `ninja -C build abi-table`")
    crate, package = (
        given or ("*" if options.newest else pinned["versions"][name])
        for given, name in ((options.libc, "libc"), (options.wali_linux, "wali-linux"))
    )
    try:
        lines = differences(crate, package, table)
    except Unavailable as error:
        print(f"check-sources: skipped: {error}", file=sys.stderr)
        return UNAVAILABLE
    known = {entry["line"]: entry["reason"] for entry in pinned["known"]}
    new, gone = judge(lines, known)
    for line in lines:
        print(f"{'new: ' if line in new else 'known: '}{line}")
    for line in gone:
        print(f"found no longer: {line}")
    return 1 if new or gone else 0
