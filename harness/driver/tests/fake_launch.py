"""A launcher without isolation for the driver's tests: the options, the transcript and the
record are wali-launch's."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time


def visible(data: bytes) -> str:
    """What FileCheck would not see is made visible, as in the transcript."""
    if not data:
        return ""
    ends = data.endswith(b"\n")
    lines = data.decode("latin-1").split("\n")
    lines = lines[:-1] if ends else lines
    shown = ["\\n" if not line else _visible_line(line) for line in lines]
    return "\n".join(shown) + ("\n" if ends else "\\c\n")


def _visible_line(line: str) -> str:
    named = {"\t": "\\t", "\r": "\\r", "\0": "\\0"}
    line = "".join(c if " " <= c <= "~" else named.get(c, f"\\x{ord(c):02x}") for c in line)
    return re.sub(r"^ |(?<= ) | $", r"\\x20", line)


def main(arguments: list[str]) -> int:
    options, values = {}, ["--stdin"]
    while arguments and arguments[0] != "--":
        name = arguments.pop(0)
        value = True if name in values else arguments.pop(0)
        options.setdefault(name, []).append(value)
    command = arguments[1:]
    guest_arguments = []
    if "--" in command:
        index = command.index("--")
        command, guest_arguments = command[:index], command[index + 1 :]
    words = []
    environment = os.memfd_create("env")
    os.write(environment, "".join(f"{variable}\n" for variable in options.get("--env", [])).encode())
    for word in command:
        word = word.replace("{envfile}", f"/proc/{os.getpid()}/fd/{environment}")
        word = word.replace("{module}", options.get("--module", [""])[0])
        words += guest_arguments if word == "{args}" else [word]
    record = _run(words, options)
    with open(options["--record"][0], "a") as file:
        file.write(json.dumps(record) + "\n")
    return 0


def _processor_time() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _run(words: list[str], options: dict) -> dict:
    started, before = time.monotonic(), _processor_time()
    record = {
        "isolation": "process-group",
        "identity": options.get("--identity", ["user"])[0],
        "status": None,
        "signal": None,
    }
    stdin = None if "--stdin" in options else subprocess.DEVNULL
    scratch = tempfile.mkdtemp(prefix="wali-scratch-")
    try:
        ran = subprocess.run(
            words,
            stdin=stdin,
            cwd=scratch,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=float(options["--timeout"][0]),
        )
    except FileNotFoundError:
        return record | {"ended": "not-started", "error": f"no such file: {words[0]}"}
    except subprocess.TimeoutExpired as expired:
        sys.stdout.write(visible(expired.stdout or b"") + "timeout\n")
        return record | {"ended": "timeout", "seconds": time.monotonic() - started}
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    sys.stdout.write(visible(ran.stdout))
    record |= {
        "seconds": time.monotonic() - started,
        "processor": _processor_time() - before,
        "stdout_bytes": len(ran.stdout),
        "stdout_kept": len(ran.stdout),
    }
    record["stderr"] = ran.stderr.decode(errors="replace")
    if ran.returncode < 0:
        name = signal.Signals(-ran.returncode).name
        sys.stdout.write(f"killed {name}\n")
        return record | {"ended": "killed", "signal": name}
    if ran.returncode:
        sys.stdout.write(f"exit {ran.returncode}\n")
    return record | {"ended": "exited", "status": ran.returncode}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
