"""The pointer sweep against the table: every pointer of every call is swept, or
listed with a reason. Run by ctest: test_sweep.py ABI_JSON SUITE_DIR.
"""

import json
import sys
import tomllib
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import emit_sweep  # noqa: E402

ABI = {}
SUITE = Path()
TABLE = tomllib.loads((Path(emit_sweep.__file__).parent / "sweep.toml").read_text())
POINTER_PARAMETERS = 133
NESTED_AND_VARIANT = 27


class Sweep(unittest.TestCase):
    def test_programs_are_what_the_table_gives(self):
        for name, source in emit_sweep.programs(ABI).items():
            with self.subTest(program=name):
                self.assertEqual((SUITE / "abi" / "pointers" / name).read_text(), source)

    def test_every_pointer_is_swept_or_listed(self):
        swept = listed = 0
        for call in ABI["calls"]:
            pointers = emit_sweep.pointers(call)
            if call["name"] in TABLE["unswept"]:
                listed += len(pointers)
                self.assertNotIn(call["name"], TABLE["calls"])
                continue
            if not pointers:
                continue
            source = (SUITE / "abi" / "pointers" / f"{call['name'].replace('_', '-')}.cpp").read_text()
            for index in pointers:
                with self.subTest(call=call["name"], parameter=index):
                    name = call["params"][index]["name"]
                    self.assertIn(f'("{name}", sys::{call["name"]}(', source)
                swept += 1
        self.assertEqual(swept + listed, POINTER_PARAMETERS, "the table has changed: give the new calls entries")

    def test_every_variant_is_swept(self):
        for call in ABI["calls"]:
            if any(param["kind"] == "variant" for param in call["params"]):
                self.assertTrue(TABLE["calls"][call["name"]]["also"], call["name"])
        nested = sum(len(entry.get("also", [])) for entry in TABLE["calls"].values())
        self.assertEqual(nested, NESTED_AND_VARIANT)

    def test_reasons_are_sentences(self):
        for entry in [*TABLE["unswept"].values(), *(e["bad_only"] for e in TABLE["calls"].values() if "bad_only" in e)]:
            self.assertGreater(len(entry.split()), 3)


if __name__ == "__main__":
    ABI = json.loads(Path(sys.argv[1]).read_text())
    SUITE = Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
