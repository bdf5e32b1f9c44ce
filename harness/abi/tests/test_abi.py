"""The interface's description against its second sources.

The table (abi.json) is compared with imports.csv, the project's own copy of the
facts about the 144 imports; the layouts with what clang computes for the C
declarations of layouts.c. Run by ctest: test_abi.py ABI_JSON CLANG.
"""

import csv
import json
import re
import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).parent
ABI = {}
CLANG = ""

# Padding that types.h names and C declarations leave to the compiler.
UNNAMED_IN_C = re.compile(r"pad\d?")


def wasm_types(call, revision):
    if revision not in call["revisions"]:
        return "absent"
    return " ".join(param["wasm"][revision] for param in call["params"])


class Table(unittest.TestCase):
    def test_every_import_is_as_listed(self):
        calls = {call["name"]: call for call in ABI["calls"]}
        with open(HERE / "imports.csv", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), 144)
        self.assertEqual({row["name"] for row in rows}, set(calls))
        for row in rows:
            call = calls[row["name"]]
            names = re.findall(r"(\w+)(?:,|$)", row["linux_params"])
            with self.subTest(call=row["name"]):
                self.assertEqual(int(row["nr_x86_64"]), call["number"])
                self.assertEqual(row["group"], call["group"])
                self.assertEqual(row["wasm_params_libc"], wasm_types(call, "libc"))
                self.assertEqual(row["wasm_params_spec2026"], wasm_types(call, "spec2026"))
                self.assertEqual(names, [param["name"] for param in call["params"]])


def parse_record_layouts(dump):
    """{structure: (size, {field: offset})} from clang's -fdump-record-layouts-complete."""
    layouts = {}
    for record in dump.split("*** Dumping AST Record Layout")[1:]:
        lines = record.strip().splitlines()
        name = re.search(r"\| struct (\w+)\s*$", lines[0])
        size = re.search(r"sizeof=(\d+)", record)
        if not name or not size or name[1].startswith("__"):  # the compiler's own
            continue
        fields, named_member_depth = {}, None
        for line in lines[1:]:
            field = re.match(r"\s*(\d+) \|(\s+)(\S.*?)\s*$", line)
            if not field:
                continue
            depth = len(field[2])
            if named_member_depth is not None and depth > named_member_depth:
                continue  # inside a member that has a name of its own
            anonymous = "(anonymous" in field[3]
            named_member_depth = None if anonymous else depth
            if not anonymous:
                fields[field[3].split()[-1]] = int(field[1])
        layouts[name[1]] = (int(size[1]), fields)
    return layouts


class Layouts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        options = ["-x", "c", "-fsyntax-only", "-Xclang", "-fdump-record-layouts-complete", HERE / "layouts.c"]
        result = subprocess.run([CLANG, "--target=wasm32-unknown-linux-muslwali", *options],
                                capture_output=True, text=True)
        if result.returncode != 0:  # a clang that does not know the target: long is 32 bits wide there
            result = subprocess.run([CLANG, "--target=wasm32-unknown-unknown", "-Dlong=long long", *options],
                                    capture_output=True, text=True, check=True)
        dump = result.stdout
        cls.clang = parse_record_layouts(dump)

    def test_every_structure_is_declared_twice(self):
        self.assertEqual(set(ABI["structs"]), set(self.clang))

    def test_sizes_and_offsets(self):
        for name, structure in ABI["structs"].items():
            size, fields = self.clang[name]
            with self.subTest(structure=name):
                self.assertEqual(structure["size"], size)
            for field, offset in structure["fields"].items():
                if field not in fields and UNNAMED_IN_C.fullmatch(field):
                    continue
                with self.subTest(structure=name, field=field):
                    self.assertEqual(offset, fields[field])


if __name__ == "__main__":
    ABI = json.loads(Path(sys.argv[1]).read_text())
    CLANG = sys.argv[2]
    unittest.main(argv=sys.argv[:1])
