"""Is the house in order?  The public names, the version, and what the README promises."""

from __future__ import annotations

import ast
import importlib
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import boundary
from boundary import api

ROOT = Path(__file__).parent.parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_public_name_is_there_and_nothing_else() -> None:
    assert sorted(boundary.__all__) == boundary.__all__ == dir(boundary)
    for name in boundary.__all__:
        assert getattr(boundary, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'dance'"):
        _ = boundary.dance


INSIDE = {
    "split": "the stage has the name; `chosen` and `Analysis.split` are for users",
    "declaring": "a step of `Proposal.check`",
    "document": "what `render(scan, 'json')` gives, as the bytes of a file, in pieces",
}
"""Functions of `api` that are not public names, and why."""


def test_no_function_of_the_api_is_forgotten_or_leaks() -> None:
    asked = ("analysing", "dividing", "judging", "showing")
    trees = [ast.parse((ROOT / "boundary" / "api" / f"{name}.py").read_text(encoding="utf-8")) for name in asked]
    functions = {node.name for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)}
    public = {name for name in functions if not name.startswith("_")}
    exported = set(boundary._HOMES["boundary.api"])
    assert public == exported | INSIDE.keys() == set(api.__all__)
    assert exported.isdisjoint(INSIDE)


def test_type_checkers_see_the_same_names_as_programs() -> None:
    source = ast.parse(Path(boundary.__file__).read_text(encoding="utf-8"))
    seen = {
        alias.name: node.module
        for each in source.body
        if isinstance(each, ast.If)
        for node in each.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    homes = {name: home for home, names in boundary._HOMES.items() for name in names}
    assert seen == homes
    assert sorted([*homes, "__version__"]) == boundary.__all__


@pytest.mark.parametrize("name", boundary.__all__)
def test_the_tour_names_what_is_public(name: str) -> None:
    assert boundary.__doc__
    assert re.search(rf"\b{name}\b", boundary.__doc__) or name in UNTOLD


UNTOLD = {
    "__version__", "against", "crossing", "graph", "init", "render_html", "render_operations", "render_splits",
    "render_whatif", "rule_page", "schema", "summary", "Settings", "Split", "Table", "Frontier",
}  # fmt: skip
"""What a tour may leave out: more of the same."""


def test_public_names_do_not_collide_with_stages() -> None:
    stages = {path.stem for path in Path(boundary.__file__).parent.iterdir()}
    assert stages.isdisjoint(boundary.__all__)


@pytest.mark.parametrize("name", [name for name in boundary.__all__ if name != "__version__"])
def test_every_public_name_is_documented(name: str) -> None:
    assert getattr(boundary, name).__doc__


def test_version_is_the_same_everywhere() -> None:
    assert importlib.metadata.version("boundary-contexts") == boundary.__version__
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)", changes, re.MULTILINE)[0] == boundary.__version__


def test_importing_the_package_imports_nothing_of_it() -> None:
    script = "import sys, boundary; print([name for name in sys.modules if name.startswith('boundary.')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("marker", ["report", "tests", "notebook"])
def test_readme_has_the_command_that_people_and_ci_run(marker: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(rf"^<!-- {marker} -->\n```sh\n(.*)\n```$", readme, re.MULTILINE)
    assert command.startswith("python3 -m venv .venv && ")


def test_every_lint_exception_has_a_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lint = text[text.index("[tool.ruff.lint]") : text.index("[tool.ruff.lint.pydocstyle]")]
    silent = [line for line in lint.splitlines() if re.match(r'\s+"[A-Z]+\d*",', line) and "#" not in line]
    assert silent == []


def test_every_dependency_has_a_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for requirement in PYPROJECT["project"]["dependencies"]:
        before = text[: text.index(f'"{requirement}"')].rstrip().splitlines()[-1]
        assert before.lstrip().startswith("#"), requirement


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "boundary" / "cli").glob("*.py")))
def test_every_module_of_the_command_line_says_what_it_answers(name: str) -> None:
    module = importlib.import_module(f"boundary.cli.{name}" if name != "__init__" else "boundary.cli")
    assert module.__doc__


def test_constants_of_the_linker_are_final() -> None:
    linker = ROOT / "boundary" / "link"
    loose = [
        f"{path.relative_to(linker)}:{node.lineno}"
        for path in linker.rglob("*.py")
        if "library" not in path.parts
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        for target in (node.targets if isinstance(node, ast.Assign) else ())
        if isinstance(target, ast.Name) and len(target.id) > 1 and target.id.isupper()
    ]
    assert not loose


def test_in_asks_nothing_that_yields() -> None:
    """Compiled, `x in names()` fails where `names` is a generator: that has no `__contains__`."""
    linker = ROOT / "boundary" / "link"
    trees = {
        path: list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        for path in linker.rglob("*.py")
        if "library" not in path.parts
    }
    yielding = {
        (path.stem, node.name)
        for path, nodes in trees.items()
        for node in nodes
        if isinstance(node, ast.FunctionDef) and ast.unparse(node.returns or node).startswith(("Generator", "Iterator"))
    }
    asked = [
        f"{path.relative_to(linker)}:{node.lineno}"
        for path, nodes in trees.items()
        for node in nodes
        if isinstance(node, ast.Compare)
        for operator, right in zip(node.ops, node.comparators, strict=True)
        if isinstance(operator, ast.In | ast.NotIn) and isinstance(right, ast.Call)
        if _called(path.stem, nodes, right.func) in yielding
    ]
    assert not asked


def _called(file: str, nodes: list[ast.AST], function: ast.expr) -> tuple[str, str]:
    """The file and the name of a function that is called: one of another file, by its name or imported, or of this."""
    if isinstance(function, ast.Attribute):
        held = function.value.id if isinstance(function.value, ast.Name) else ""
        return (file if held in {"self", "cls", ""} else held), function.attr
    name = getattr(function, "id", "")
    homes = [
        (node.module or "").rpartition(".")[2]
        for node in nodes
        if isinstance(node, ast.ImportFrom) and any(alias.name == name for alias in node.names)
    ]
    return (homes or [file])[0], name


def test_nothing_lies_in_the_tree_by_accident() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split(
        "\n"
    )
    assert {one.partition("/")[0] for one in tracked if one} == TOP
    assert [one for one in tracked if one.endswith((".whl", ".gz", ".zip", ".pyc", ".so"))] == []


TOP = {
    ".build", ".ci", ".github", ".gitignore", ".gitlab", ".pre-commit-hooks.yaml", "CHANGELOG.md", "CONTRIBUTING.md",
    "LICENSE", "README.md", "boundary", "notebooks", "pyproject.toml", "samples", "tests",
}  # fmt: skip
"""What stands at the top of the tree, files and folders."""
