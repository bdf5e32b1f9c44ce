"""Text of an engine, as a terminal or a page may show it."""

import json
import tempfile
import unittest
from pathlib import Path

from driver.basics.text import all_printable, one_line, printable
from driver.report import markdown
from driver.results import results


class Printable(unittest.TestCase):
    def test_what_is_printable_stays(self):
        for text in ("", "plain", "two\nlines\tand a tab", "größer → 10 µs 漢字", "\\x1b"):
            self.assertEqual(printable(text), text)

    def test_what_is_obeyed_or_not_seen_is_made_visible(self):
        for text, shown in {
            "\x1b[2J": r"\x1b[2J",
            "\x07\x00\r\x7f": r"\x07\x00\x0d\x7f",
            "\x9b31m": r"\x9b31m",
            "\u202e\u2066\u200b\u2028\ufeff": r"\u202e\u2066\u200b\u2028\ufeff",
            "\ud800": r"\ud800",
            "\ufffe\uffff": r"\ufffe\uffff",
            "\U000e0001": r"\U000e0001",
        }.items():
            self.assertEqual(printable(text), shown)

    def test_one_line(self):
        self.assertEqual(one_line("a\nb\tc\x1b"), r"a\nb\tc\x1b")

    def test_all_that_json_holds(self):
        self.assertEqual(all_printable({"\x1b": ["\x07", 1, None, {"a": "\x1b"}]}), {r"\x1b": [r"\x07", 1, None, {"a": r"\x1b"}]})


class Pages(unittest.TestCase):
    """A results.json that came from elsewhere, with escapes in every string."""

    def test_what_is_read_is_printable(self):
        test = {"id": "path/openat/x", "group": "path", "call": "openat", "title": "T\x1b", "status": "fail",
                "seconds": 0.0, "detail": "d\x1b\x07", "transcript": "t\x1b\ufffe", "command": "c\x1b"}  # fmt: skip
        totals = dict.fromkeys(("pass", "blocked", "crash", "timeout", "missing", "skip", "inapplicable"), 0)
        run = {"abi": "libc", "date": "2026", "runner": {"name": "e", "version": "v\x1b", "command": "e"},
               "host": {}, "planned": 1, "tests": [test], "totals": totals | {"fail": 1, "all": 1, "share": 0.0}}  # fmt: skip
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory) / "results.json"
            path.write_text(json.dumps({"schema": 1, "suite": "s", "runs": [run]}))
            content = results.load(path)
        self.assertEqual(content["runs"][0]["tests"][0]["detail"], r"d\x1b\x07")
        for page in (markdown.page(content), results.junit(content).decode()):
            self.assertFalse(set(page) & set("\x1b\x07\ufffe"))
        # Also where the content was not read from a file.
        self.assertNotIn("\x1b", markdown.page({"suite": "s", "runs": [run]}))


if __name__ == "__main__":
    unittest.main()
