"""`wali-cts diagnose`: all causes of an engine's failures, of which `run` tells the first."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..basics import files
from ..basics.errors import UserError
from ..diagnosis import causes, matrix, printing
from ..diagnosis.wording import count
from ..diagnosis.causes import Diagnosis
from ..results import comparison, completeness, merging
from ..suite.layout import NATIVE, Tree

SCHEMA = 2


def command(options: Namespace) -> int:
    """Prints the causes of each run that has failures, and of what part of the suite it is; exit
    status 0."""
    tree = Tree.at(options.build_dir)
    content = merging.load(options.results)
    called = comparison.names(content["runs"])
    if not options.partial:
        completeness.require_all_shards(content["runs"], called)
    known = matrix.load(Path(options.mutation)) if options.mutation else matrix.shipped(tree)
    made = causes.of_content(content, known, tree)
    if not made:
        raise UserError(f"{', '.join(options.results)}: these results hold no run of an engine: run one with `harness/wali-cts run`")
    for diagnosis in made:
        print(printing.describe(diagnosis) or f"{diagnosis.name}: no failure")
    if failed := [diagnosis for diagnosis in made if diagnosis.failures]:
        print(_matrix(failed[0]))
    for line in completeness.lines(content["runs"], called):
        print(line)
    if options.json:
        engines = [run for run in content["runs"] if run["abi"] != NATIVE]
        write(Path(options.json), made, [completeness.words(run) for run in engines])
    return 0


def _matrix(diagnosis: Diagnosis) -> str:
    """Of what the causes were found."""
    if not diagnosis.covered:
        return "no matrix of mutants was used: `harness/wali-cts mutate --matrix --update-matrix` makes one"
    new = f", and does not know {count(diagnosis.new, 'program')} of those that fail" if diagnosis.new else ""
    return f"the matrix of mutants covers {count(diagnosis.covered, 'call')}{new}"


def write(path: Path, diagnoses: list[Diagnosis], parts: list[str]) -> None:
    """Writes diagnoses as JSON, for other tools. `part` of a run says what of the suite it is, as
    `completeness.words` does: nothing of a whole one."""
    runs = [diagnosis.to_json() | {"part": part} for diagnosis, part in zip(diagnoses, parts)]
    files.save(path, files.as_json({"schema": SCHEMA, "runs": runs}))
