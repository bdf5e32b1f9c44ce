"""The driver's packages depend on each other in one direction, and no two modules on one another."""

import ast
import graphlib
import unittest
from pathlib import Path

DRIVER = Path(__file__).resolve().parents[1]

# Lowest first, along the way that data takes: a module imports from its own package and from those above
# it in this list.
ORDER = (
    "basics",
    "suite",
    "building",
    "running",
    "results",
    "diagnosis",
    "mutation",
    "examining",
    "linting",
    "report",
    "commands",
    "cli",
)

# No library of these two: lit is run in a process of its own, and nothing knows how a command line is read
# but the commands.
ONLY = {"argparse": {"cli", "commands"}, "lit": {"running"}}


def modules(driver: Path) -> dict[str, ast.Module]:
    """The driver's modules but for its tests, parsed, by their names: "suite.layout"."""
    paths = (p for p in sorted(driver.rglob("*.py")) if p.parts[len(driver.parts)] != "tests")
    return {".".join(p.relative_to(driver).with_suffix("").parts): ast.parse(p.read_text()) for p in paths}


def imports(name: str, module: ast.Module) -> set[str]:
    """What a module imports, anywhere in it: of the driver as a path from its root, with a dot before it."""
    found = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module)
        elif isinstance(node, ast.ImportFrom):
            base = ["", *name.split(".")[: -node.level], *(node.module.split(".") if node.module else [])]
            found.update(".".join([*base, alias.name]) for alias in node.names)
    return found


def dependences(parsed: dict[str, ast.Module]) -> dict[str, set[str]]:
    """For each module those of the driver that it imports. Of `from .a import b`, either `a` or `a.b` is one."""
    found = {}
    for name, module in parsed.items():
        wanted = (i.removeprefix(".") for i in imports(name, module) if i.startswith("."))
        found[name] = {i if i in parsed else i.rpartition(".")[0] for i in wanted}
    return found


def package(name: str) -> str:
    return name.split(".")[0]


def upward(of: dict[str, set[str]]) -> list[str]:
    """The imports that go against the order, or that lead nowhere."""
    return [
        f"{name} imports {other}"
        for name, others in of.items()
        for other in sorted(others)
        if other not in of or ORDER.index(package(other)) > ORDER.index(package(name))
    ]


class Dependence(unittest.TestCase):
    def setUp(self) -> None:
        self.parsed = {n: m for n, m in modules(DRIVER).items() if not n.endswith("__init__")}
        self.of = dependences(self.parsed)

    def test_every_package_has_its_place(self):
        self.assertEqual({package(name) for name in self.of}, set(ORDER))

    def test_no_import_goes_upwards(self):
        self.assertEqual(upward(self.of), [])

    def test_there_is_no_cycle(self):
        try:
            tuple(graphlib.TopologicalSorter(self.of).static_order())
        except graphlib.CycleError as error:
            self.fail(f"a cycle: {' imports '.join(reversed(error.args[1]))}")

    def test_nothing_private_is_imported(self):
        private = [f"{n}: {i}" for n, m in self.parsed.items() for i in imports(n, m) if "._" in i and i[0] == "."]
        self.assertEqual(private, [])

    def test_libraries_that_only_some_packages_use(self):
        for name, module in self.parsed.items():
            for library in {i.split(".")[0] for i in imports(name, module)} & ONLY.keys():
                self.assertIn(package(name), ONLY[library], f"{name} imports {library}")

    def test_packages_say_what_they_are_and_hold_nothing(self):
        for path in DRIVER.glob("*/__init__.py"):
            [only] = ast.parse(path.read_text()).body if path.parent.name != "tests" else [None]
            self.assertTrue(only is None or isinstance(only, ast.Expr), path)


class Finds(unittest.TestCase):
    """What the tests above would not let pass."""

    def of(self, **sources: str) -> dict[str, set[str]]:
        return dependences({name.replace("__", "."): ast.parse(text) for name, text in sources.items()})

    def test_an_import_upwards_wherever_it_stands(self):
        for line in ("from ..report import page", "def f():\n  from ..report.page import x", "from ..report.page import x"):
            found = upward(self.of(suite__layout=line, report__page=""))
            self.assertEqual(found, ["suite.layout imports report.page"], line)

    def test_an_import_of_what_is_not_there(self):
        self.assertEqual(upward(self.of(suite__layout="from .gone import x")), ["suite.layout imports suite.gone"])

    def test_a_cycle_within_a_package(self):
        of = self.of(suite__a="from . import b", suite__b="from .a import x")
        self.assertEqual(upward(of), [])
        with self.assertRaises(graphlib.CycleError):
            tuple(graphlib.TopologicalSorter(of).static_order())


if __name__ == "__main__":
    unittest.main()
