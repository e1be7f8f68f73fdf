"""The rules of a field in the order in which the code asks them, read out of its source."""

import ast
import re
from pathlib import Path

import citations.nap

CODE = Path(citations.nap.__file__).parent


def rules_asked(function: str, rule: re.Pattern[str]) -> list[str]:
    """The rules named by `function` and by what it calls or looks up, each once, in the order of the source."""
    walk = _Walk(rule)
    walk.enter(function)
    return list(dict.fromkeys(walk.found))


class _Walk(ast.NodeVisitor):
    """Goes through a function as it is read, and into the functions and tables of the room that it names."""

    def __init__(self, rule: re.Pattern[str]) -> None:
        self.rule, self.found = rule, []
        self.defined: dict[str, ast.AST] = {}
        for file in CODE.glob("*.py"):
            for node in ast.parse(file.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.FunctionDef):
                    self.defined.setdefault(f"{file.stem}.{node.name}", node)
                elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                    self.defined.setdefault(f"{file.stem}.{node.targets[0].id}", node.value)
        self.file, self.inside = "", set()

    def enter(self, name: str) -> None:
        """Visit what is called `name`, in the file at hand or, for a public name, in any."""
        known = [
            key
            for key in self.defined
            if key == f"{self.file}.{name}" or (not name.startswith("_") and key.endswith(f".{name}"))
        ]
        if not known or known[0] in self.inside:
            return
        before, self.file = self.file, known[0].partition(".")[0]
        self.inside.add(known[0])
        self.generic_visit(self.defined[known[0]])
        self.inside.discard(known[0])
        self.file = before

    def visit_Name(self, node: ast.Name) -> None:
        self.enter(node.id)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and self.rule.fullmatch(node.value):
            self.found.append(node.value)
