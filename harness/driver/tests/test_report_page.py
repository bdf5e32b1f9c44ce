"""The report in a browser: what its script makes of it, and that it stays by itself."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from driver.diagnosis import causes
from driver.report import html_report
from driver.report.html_report import Attachments
from driver.results import merging
from driver.tests.browser import CHROMIUM, DRIVER, Browser
from driver.tests.test_attachments import ATTACHMENTS
from driver.tests.test_gate import contents, part
from driver.tests.test_report import NEW, OLD, together

_SHOWN = "return [...document.querySelectorAll('tbody.call:not([hidden])')].map((body) => body.id)"
_FOCUS = "return document.activeElement.id || document.activeElement.name || document.activeElement.textContent"


def two_groups() -> dict:
    """Two engines, four calls: the second engine lacks one and differs in another."""
    first = contents({"one": ("pass",), "two": ("pass",)}, name="first")
    second = contents({"one": ("fail",), "two": ("pass",)}, name="second")
    for content, verdict in ((first, "pass"), (second, "missing")):
        run = content["runs"][0]
        for group, call, status in (
            ("time", "alarm", verdict),
            ("time", "utime", "pass"),
            ("file", "read", "skip"),
        ):
            test = run["tests"][1] | {"id": f"{group}/{call}/case", "group": group, "call": call, "status": status}
            run["tests"].append(test | {"title": f"It is about {call}."})
    second["runs"][0]["tests"][0] |= {"difference": "  a\n- b <i>\n+ c\n- d", "command": "launch path/openat/one"}
    return together(first, second)


@unittest.skipUnless(CHROMIUM and DRIVER, "needs chromium and chromium-driver")
class PageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.browser = cls.enterClassContext(Browser())

    def open(self, content: dict, fragment: str = "", other=Attachments(), told=()) -> None:
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.page = Path(directory.name) / "report.html"
        html_report.write(content, self.page, None, other, told)
        self.browser.requests()
        self.browser.console()
        self.browser.open(self.page, fragment)
        self.addCleanup(self.assert_quiet)

    def assert_quiet(self) -> None:
        """Nothing went to the console, and the page itself is all that was asked for."""
        self.assertEqual(self.browser.console(), [])
        asked = {url.split("#")[0] for url in self.browser.requests()} - {"about:blank"}
        self.assertEqual(asked, {self.page.as_uri()})

    def set(self, name: str, value: str) -> list[str]:
        """Sets a field of the filter as a user would; the calls that are left."""
        self.browser.run(
            f"const field = document.getElementById('filter').elements['{name}'];"
            f"if (field.type === 'checkbox') field.checked = {str(bool(value)).lower()};"
            f"else field.value = '{value}';"
            "field.dispatchEvent(new Event('input', {bubbles: true}))"
        )
        return self.browser.run(_SHOWN)

    def test_filters(self):
        self.open(two_groups())
        every = ["file/read", "path/openat", "time/alarm", "time/utime"]
        self.assertEqual(self.browser.run(_SHOWN), every)
        self.assertEqual(self.set("text", "ABOUT ALARM"), ["time/alarm"])
        self.assertEqual(self.set("text", "openat/two"), ["path/openat"])
        self.assertEqual(self.set("text", "no such thing"), [])
        self.assertEqual(self.set("text", ""), every)
        self.assertEqual(self.set("group", "time"), ["time/alarm", "time/utime"])
        self.assertEqual(self.set("verdict", "bad"), ["time/alarm"])
        self.assertEqual(self.set("group", ""), ["path/openat", "time/alarm"])
        self.assertEqual(self.set("verdict", "skip"), ["file/read"])
        self.assertEqual(self.set("verdict", "bad"), ["path/openat", "time/alarm"])
        self.assertEqual(self.set("engine", "0"), [])
        self.assertEqual(self.set("engine", "1"), ["path/openat", "time/alarm"])
        self.browser.click("#filter button[type=reset]")
        self.assertEqual(self.set("differs", "yes"), ["path/openat", "time/alarm"])
        self.assertEqual(
            self.browser.run("return document.querySelector('output').textContent"), "2 calls, 2 programs"
        )

    def test_a_call_opens_and_closes(self):
        self.open(two_groups())
        button = "tbody[id='path/openat'] th button"
        self.browser.click(button)
        self.assertEqual(self.browser.run(f'return document.querySelector("{button}").ariaExpanded'), "true")
        text = self.browser.run("return document.querySelector('.panel').innerText")
        for words in (
            "path/openat/one",
            "first libc: pass",
            "second libc: fail",
            "Linux (expectation)",
            "Reproduce",
        ):
            self.assertIn(words, text)
        marked = "return [...document.querySelectorAll('.panel tr.first td')].map((cell) => cell.textContent)"
        self.assertEqual(self.browser.run(marked), ["b <i>", "c"])
        self.assertEqual(self.browser.run("return location.hash"), "#path/openat")
        self.browser.click(button)
        self.assertEqual(self.browser.run("return document.querySelectorAll('.panel').length"), 0)

    def test_failing_programs_come_first(self):
        content = two_groups()
        content["runs"][1]["tests"][0]["status"], content["runs"][1]["tests"][1]["status"] = "pass", "crash"
        self.open(content, "#path/openat")
        ids = "return [...document.querySelectorAll('.program')].map((program) => program.id)"
        self.assertEqual(self.browser.run(ids), ["path/openat/two", "path/openat/one"])

    def test_deep_link_to_a_program(self):
        self.open(two_groups(), "#path/openat/one")
        self.assertEqual(self.browser.run(_FOCUS), "path/openat/one")
        top = self.browser.run("return document.activeElement.getBoundingClientRect().top / innerHeight")
        self.assertTrue(0 <= top < 1, top)
        self.assertEqual(self.browser.run("return document.querySelectorAll('.panel pre')[0].textContent"),
                         "launch path/openat/one")  # fmt: skip

    def test_deep_link_opens_what_a_filter_hides(self):
        self.open(two_groups())
        self.set("text", "alarm")
        self.browser.run("location.hash = 'time/utime/case'")
        self.assertIn("time/utime", self.browser.run(_SHOWN))
        self.assertEqual(self.browser.run(_FOCUS), "time/utime/case")

    def test_deep_link_to_a_group_and_to_nothing(self):
        self.open(two_groups(), "#time")
        self.assertEqual(self.browser.run(_SHOWN), ["time/alarm", "time/utime"])
        self.browser.open(self.page, "#no/such/thing%")
        self.assertEqual(len(self.browser.run(_SHOWN)), 4)

    def test_first_screen_leads_to_a_failure_in_two_clicks(self):
        self.open(two_groups())
        self.browser.click(".card:nth-child(2) a[data-engine]")
        self.assertEqual(self.browser.run(_SHOWN), ["path/openat", "time/alarm"])
        self.browser.click("tbody[id='time/alarm'] th button")
        self.assertIn(
            "missing on second libc", self.browser.run("return document.querySelector('.panel').innerText")
        )
        self.browser.click("#groups a[data-engine='1'][data-group=path]")
        self.assertEqual(self.browser.run(_SHOWN), ["path/openat"])

    def test_keyboard_alone(self):
        self.open(two_groups())
        self.browser.press("/")
        self.assertEqual(self.browser.run(_FOCUS), "text")
        self.browser.press("alarm")
        self.assertEqual(self.browser.run(_SHOWN), ["time/alarm"])
        tab, enter = "\ue004", "\ue007"
        for _ in range(8):
            self.browser.press(tab)
            if self.browser.run(_FOCUS) == "alarm":
                break
        self.browser.press(enter)
        self.assertEqual(self.browser.run("return document.querySelectorAll('.panel').length"), 1)

    def test_it_is_as_wide_as_phone_or_paper(self):
        self.open(together(OLD, NEW, two_groups()), "#path/openat/one", ATTACHMENTS)
        self.addCleanup(self.browser.resize, 1280, 900)
        for width in (360, 390, 768, 1280):
            self.browser.resize(width, 800)
            wide = "return [document.documentElement.scrollWidth, innerWidth]"
            self.assertEqual(*self.browser.run(wide), f"at {width}")
        self.browser.resize(720, 1000)  # A4 between its margins
        self.addCleanup(self.browser.show_as, "screen")
        self.browser.show_as("print")
        self.assertEqual(*self.browser.run(wide), "on paper")

    def fits(self, width: int, *engines: tuple[str, str]) -> None:
        tests = {"a-program-with-a-rather-long-name-of-many-words": ("pass",)}
        shown = [contents(tests, name=name, abi=abi, version=f"{name} 2.4.1-rc1 (and more)") for name, abi in engines]
        self.open(together(*shown))
        self.addCleanup(self.browser.resize, 1280, 900)
        self.browser.resize(width, 900)
        cut = "return [...document.querySelectorAll('.scroll')].filter((e) => e.scrollWidth > e.clientWidth).length"
        self.assertEqual(self.browser.run(cut), 0)

    def test_tables_of_three_columns_fit_a_phone(self):
        self.fits(400, ("native", "native"), ("wasmtime", "libc"), ("wasmtime", "spec2026"))

    def test_tables_of_seven_columns_fit_a_window(self):
        engines = [(name, abi) for name in ("wasmtime", "iwasm", "wizard") for abi in ("libc", "spec2026")]
        self.fits(1300, ("native", "native"), *engines)

    def test_engines_side_by_side_are_seen_at_once(self):
        self.side_by_side()

    def test_parts_of_engines_side_by_side_are_seen_at_once(self):
        self.side_by_side(part=part(9999, 1680, ["call"]))

    def test_unfinished_runs_side_by_side_are_seen_at_once(self):
        self.side_by_side(finished=False)

    def side_by_side(self, **more: object) -> None:
        """Four engines with fourteen groups: all rows on a laptop's first screen, and nothing cut off on any."""
        groups = ("abi", "containment", "event", "file", "identity", "memory", "network", "path", "process", "scenario",
                  "signal", "system", "thread", "time")  # fmt: skip
        runs = []
        for name in ("wasmtime", "iwasm", "wizard", "another"):
            content = contents({}, name=name, version=f"{name} 48.0.1 (and more of a version's words)")
            (given,) = contents({"case": ("fail",)})["runs"][0]["tests"]
            given |= {"difference": "- call = 0\n+ call = -ENOSYS", "transcript": "call = -ENOSYS\n"}
            tests = [given | {"id": f"{group}/call/{n}", "group": group} for group in groups for n in range(120)]
            content["runs"][0] |= {"tests": tests, "totals": merging.totals(tests)} | more
            runs.append(content)
        content = together(*runs)
        self.open(content, told=causes.of_content(content, causes.Matrix()))
        self.addCleanup(self.browser.resize, 1280, 900)
        bottom = "return document.querySelector('#overview .scroll').getBoundingClientRect().bottom"
        cut = "const e = document.querySelector('#overview .scroll'); return e.scrollWidth - e.clientWidth"
        self.browser.resize(1366, 768)
        self.assertLess(self.browser.run(bottom), 768)
        for width in (360, 390, 768, 1100, 1180, 1366):
            self.browser.resize(width, 768)
            self.assertEqual(self.browser.run(cut), 0, f"at {width}")

    def test_text_can_be_read_in_both_schemes(self):
        self.open(together(OLD, NEW), "#path/openat/breaks", ATTACHMENTS)
        self.addCleanup(self.browser.prefer, "light")
        for scheme in ("light", "dark"):
            self.browser.prefer(scheme)
            self.assertEqual(self.browser.run(_FAINT), [], scheme)

    def test_everything_has_a_name(self):
        self.open(two_groups(), "#path/openat/one", ATTACHMENTS)
        nameless = (
            "return [...document.querySelectorAll('input, select, button, a, table, [role=region]')]"
            ".filter((e) => !(e.textContent.trim() || e.ariaLabel || e.labels?.length || e.caption)).length"
        )
        self.assertEqual(self.browser.run(nameless), 0)
        self.assertEqual(self.browser.run("return document.documentElement.lang"), "en")

    def test_a_thousand_programs_by_six_engines_open_in_two_seconds(self):
        tests = {f"case-{n}": ("fail" if n % 3 else "pass",) for n in range(1000)}
        content = together(*(contents(tests, name=f"e{n}") for n in range(6)))
        for run in content["runs"]:
            for n, test in enumerate(run["tests"]):
                call, group = f"call{n % 140}", f"group{n % 140 % 11}"
                test |= {"id": f"{group}/{call}/case-{n}", "group": group, "call": call}
                test |= {
                    "difference": f"- line of {n}\n+ another\n" * 3,
                    "command": "launch " * 60,
                    "stderr": "trap\n",
                }
        self.open(content)
        self.assertEqual(len(self.browser.run(_SHOWN)), 140)
        took = []
        for _ in range(3):  # the best of three: other work on the machine is no fault of the page
            self.browser.open(self.page)
            took.append(self.browser.run("return performance.getEntriesByType('navigation')[0].loadEventEnd"))
        self.assertLess(min(took), 2000, took)


# The texts whose contrast with what lies behind them is below 4.5, as WCAG's AA wants it.
_FAINT = """
const parse = (color) => color.match(/[\\d.]+/g).map(Number);
const light = (color) => parse(color).slice(0, 3).map((c) => c / 255)
  .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const behind = (element) => {
  for (; element; element = element.parentElement) {
    const color = getComputedStyle(element).backgroundColor;
    if ((parse(color)[3] ?? 1) === 1) return color;
  }
  return getComputedStyle(document.body).backgroundColor;
};
const faint = new Set();
for (const element of document.querySelectorAll("body *")) {
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  if (!own || !element.checkVisibility() || /^(SCRIPT|STYLE|OPTION)$/.test(element.tagName)) continue;
  const [a, b] = [light(getComputedStyle(element).color), light(behind(element))].sort((x, y) => y - x);
  if ((a + 0.05) / (b + 0.05) < 4.5) faint.add(element.tagName + ": " + element.textContent);
}
return [...faint].slice(0, 5);
"""


if __name__ == "__main__":
    unittest.main()
