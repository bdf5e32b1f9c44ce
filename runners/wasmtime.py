"""The embedded engine as an adapter of wasi-testsuite, for what `wali-cts export` writes, and as an example.

A program of the suite starts in an empty directory that it may change, and sees the machine's files from there.
wasi-testsuite's runner knows no working directory, so the command goes to one. wali-cts has made its own: there
the command stays where it is.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

ENGINE = os.getenv("WALI_WASMTIME") or str(Path(__file__).resolve().parents[1] / "build" / "bin" / "wali-wasmtime")

DIRECTORIES = tempfile.TemporaryDirectory(prefix="wali-programs-")  # they go when the runner ends


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
    directory = Path(DIRECTORIES.name, Path(test_path).stem)
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir()
    variables = [f"{name}={value}" for name, value in env.items()]
    in_directory = ["/bin/sh", "-c", 'cd "$0" 2>/dev/null; exec "$@"', str(directory)]
    return [*in_directory, "env", "-i", *variables, ENGINE, os.path.abspath(test_path), *args]
