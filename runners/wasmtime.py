"""The embedded engine as an adapter of wasi-testsuite, for `wali-cts export` and as an example.

A program of the suite starts in an empty directory that it may change, and sees the machine's files from there.
wasi-testsuite knows no working directory, so the command makes one.
"""

import os
import subprocess
import tempfile
from pathlib import Path

ENGINE = os.getenv("WALI_WASMTIME") or str(Path(__file__).resolve().parents[1] / "build" / "bin" / "wali-wasmtime")

# The directories go when the runner ends: what it starts has its environment, and mktemp follows TMPDIR.
_DIRECTORIES = tempfile.TemporaryDirectory(prefix="wali-programs-")
os.environ["TMPDIR"] = _DIRECTORIES.name


def get_name():
    return "wali-wasmtime"


def get_version():
    ran = subprocess.run([ENGINE, "--version"], capture_output=True, text=True, check=True)
    return ran.stdout.split()[1]


def get_wasi_versions():
    return ["wasm32-wasip1"]  # a module that is no component


def get_wasi_worlds():
    return ["wasi:cli/command"]


def compute_argv(test_path, args_env_root, proposals, wasi_world, wasi_version):
    args, env, _root = args_env_root
    variables = [f"{name}={value}" for name, value in env.items()]
    in_a_directory = ["/bin/sh", "-c", 'cd "$(mktemp -d)" && exec "$@"', "sh"]
    return [*in_a_directory, "env", "-i", *variables, ENGINE, os.path.abspath(test_path), *args]
