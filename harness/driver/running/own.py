"""The engine's own lines on standard output: set aside before a transcript is judged.

An adapter's `own` patterns are regular expressions over what the engine printed. They are
searched in all of a transcript's lines at once, ^ and $ being the ends of a line, so a
pattern may span lines. From where one is found to the end of the line, newline included,
the words are the engine's: mostly a whole line, but also one that the engine began behind
a program's unfinished one. Where the engine ends its words without a newline, the line that
the program prints next is taken for theirs: no pattern can tell them apart.

As a program, `own.py [--own PATTERN]... -- COMMAND...` runs a command on what is left of the
transcript on standard input. It imports nothing of the driver, and starts quickly.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence

# How the program ended, as the launcher says it in the transcript's last line.
_ENDING = re.compile(r"exit \d+|killed \w+|timeout|flood")

# A byte that the launcher made visible, or one that it left as it is.
_TOKEN = re.compile(r"\\x[0-9a-f]{2}|\\[tr0]|.")
_NAMED = {r"\t": "\t", r"\r": "\r", r"\0": "\0"}
_UNFINISHED = r"\c"  # stands at the end of a last line that has no newline
_EMPTY = r"\n"  # stands for an empty line


def body_and_ending(transcript: str) -> tuple[list[str], str]:
    """The lines that were printed, and the line that says how the program ended ("" for
    status 0)."""
    lines = transcript.splitlines()
    if lines and _ENDING.fullmatch(lines[-1]):
        return lines[:-1], lines[-1]
    return lines, ""


def split(transcript: str, patterns: Sequence[re.Pattern]) -> tuple[str, list[str]]:
    """The transcript without the engine's own lines, and those, as the engine printed them."""
    if not patterns:
        return transcript, []
    body, ending = body_and_ending(transcript)
    kept, own = _split_lines(body, patterns)
    lines = kept + ([ending] if ending else [])
    return "".join(f"{line}\n" for line in lines), own


def printed(line: str) -> str:
    """A transcript's line as it was printed; bytes outside ASCII are one character each."""
    return "".join(map(_character, _tokens(line)))


def _split_lines(body: list[str], patterns: Sequence[re.Pattern]) -> tuple[list[str], list[str]]:
    texts = [printed(line) for line in body]
    starts = _found(texts, patterns)
    kept, own, begun = [], [], ""
    for line, text, start in zip(body, texts, starts):
        if start is None:
            kept.append(_joined(begun, line))
            begun = ""
            continue
        own.append(text[start:])
        begun += "".join(_tokens(line)[:start])
    if begun:  # nothing follows that would end it
        kept.append(_joined(begun, _UNFINISHED))
    return kept, own


def _found(texts: list[str], patterns: Sequence[re.Pattern]) -> list[int | None]:
    """For each line the column from which on it is the engine's; None if nowhere."""
    whole, offsets, position = "\n".join(texts), [], 0
    for text in texts:
        offsets.append(position)
        position += len(text) + 1
    starts: list[int | None] = [None] * len(texts)
    for pattern in patterns:
        line = 0
        for match in pattern.finditer(whole):
            while line + 1 < len(texts) and offsets[line + 1] <= match.start():
                line += 1
            column = match.start() - offsets[line]
            last = line
            while last + 1 < len(texts) and offsets[last + 1] <= match.end():
                last += 1
            for index in range(line, last + 1):
                known = starts[index]
                starts[index] = column if known is None else min(known, column)
                column = 0
    return starts


def _tokens(line: str) -> list[str]:
    if line == _EMPTY:
        return []
    return _TOKEN.findall(line.removesuffix(_UNFINISHED))


def _character(token: str) -> str:
    if len(token) == 4 and token != r"\x0a":
        return chr(int(token[2:], 16))
    return _NAMED.get(token, token)


def _joined(begun: str, line: str) -> str:
    """A line whose beginning stood before the engine's words. Blanks are visible where the
    launcher would show them: at the ends, and behind another."""
    if not begun:
        return line
    end = _UNFINISHED if line.endswith(_UNFINISHED) else ""
    rest = "" if line == _EMPTY else line.removesuffix(end)
    return re.sub(r"^ |(?<= ) | $", r"\\x20", (begun + rest).replace(r"\x20", " ")) + end


def main(arguments: list[str]) -> None:
    """Becomes the command, whose standard input is the transcript without own lines."""
    patterns = []
    while arguments[0] == "--own":
        patterns.append(re.compile(arguments[1], re.MULTILINE))
        arguments = arguments[2:]
    transcript = sys.stdin.buffer.read().decode(errors="replace")
    left = os.memfd_create("transcript")
    with open(left, "w", closefd=False) as file:
        file.write(split(transcript, patterns)[0])
    os.lseek(left, 0, os.SEEK_SET)
    os.dup2(left, 0)
    os.execvp(arguments[1], arguments[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
