"""The house: classes and functions that can be read in one go, measured over the whole package."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "ofsted_tui"
MODULES = {
    ".".join(file.relative_to(PACKAGE).with_suffix("").parts): ast.parse(file.read_text(encoding="utf-8"))
    for file in sorted(PACKAGE.rglob("*.py"))
}
NODES = [(module, node) for module, tree in MODULES.items() for node in ast.walk(tree)]
CLASSES = {node.name: node for _, node in NODES if isinstance(node, ast.ClassDef)}


def lines_of(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a class or a function, with its decorators."""
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    return (node.end_lineno or first) - first + 1


def bases(node: ast.ClassDef) -> list[str]:
    """The names of the classes of the package from which a class is made."""
    names = [ast.unparse(base).partition("[")[0].rpartition(".")[2] for base in node.bases]
    return [name for name in names if name in CLASSES]


MADE_OF = Counter(base for node in CLASSES.values() for base in bases(node))


def with_its_own_bases(node: ast.ClassDef) -> int:
    """The lines of a class and of the bases that no other class has: a chain of parents parts nothing."""
    return lines_of(node) + sum(with_its_own_bases(CLASSES[base]) for base in bases(node) if MADE_OF[base] == 1)


def test_no_class_is_longer_than_250_lines_with_the_bases_that_it_alone_has():
    long = {name: lines for name, node in CLASSES.items() if (lines := with_its_own_bases(node)) > 250}
    assert long == {}


def test_no_function_is_longer_than_40_lines():
    functions = [(module, node) for module, node in NODES if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert {f"{module}.{node.name}": lines for module, node in functions if (lines := lines_of(node)) > 40} == {}


def test_no_two_classes_share_a_name():
    named = Counter(node.name for tree in MODULES.values() for node in tree.body if isinstance(node, ast.ClassDef))
    assert [name for name, times in named.items() if times > 1 and not name.startswith("_")] == []
