"""The layers of the house: imports point down only, and `site` and `lint` do not know each other."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from support.machine import ROOT

PACKAGE = ROOT / "rmplay"
MAY_IMPORT = {
    "values": set(),
    "patterns": set(),
    "finding": {"values"},
    "shipped": set(),
    "definition": {"values", "patterns", "finding"},
    "lint": {"values", "patterns", "finding", "definition"},
    "site": {"values", "patterns", "finding", "definition"},
    "build": {"values", "patterns", "finding", "shipped", "definition", "lint", "site"},
    "cli": {"values", "patterns", "finding", "shipped", "definition", "lint", "site", "build"},
    "__main__": {"cli"},
    "__init__": set(),
}
LONGEST_FUNCTION = 40


def _modules() -> list[Path]:
    found = sorted(PACKAGE.rglob("*.py"))
    assert len(found) > 30, "the guard looks at the wrong folder"
    return found


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _dotted(path: Path, package: Path = PACKAGE) -> str:
    return ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")


def names_imported(path: Path, package: Path = PACKAGE) -> Iterable[str]:
    """The dotted names of ours that a module imports, wherever in the module it does so."""
    inside = path.relative_to(package.parent).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = list(inside[:len(inside) - node.level + 1]) if node.level else []
            names = base + (node.module.split(".") if node.module else [])
            for alias in node.names:
                full = [*names, alias.name]
                if full[0] == "rmplay" and len(full) > 1 and full[1] != "__version__":
                    yield ".".join(full)
        elif isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.startswith("rmplay."))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("rmplay."):
            parts = node.value.split(".")
            if len(parts) > 2 and parts[1] in MAY_IMPORT:
                yield node.value


def rooms_imported(path: Path, package: Path = PACKAGE) -> Iterable[str]:
    """The rooms that a module imports."""
    yield from (name.split(".")[1] for name in names_imported(path, package))


def circle(paths: Iterable[Path], package: Path = PACKAGE) -> list[str]:
    """Modules that import each other in a circle, late imports included; nothing if there is none."""
    modules = {_dotted(path, package): path for path in paths}
    needed = {module: {name if name in modules else name.rpartition(".")[0] for name in names_imported(path, package)}
              for module, path in modules.items()}
    try:
        TopologicalSorter(needed).prepare()
    except CycleError as error:
        return error.args[1]
    return []


def test_every_room_is_known() -> None:
    """A new room is drawn in the picture first."""
    assert {_room(path) for path in _modules()} <= set(MAY_IMPORT)


def test_imports_point_down_only() -> None:
    """No room imports one above it."""
    wrong = [f"{path.relative_to(ROOT)} imports {room}" for path in _modules()
             for room in rooms_imported(path) if room != _room(path) and room not in MAY_IMPORT[_room(path)]]
    assert wrong == []


def test_guard_sees_an_import_that_points_up(tmp_path: Path) -> None:
    """The walk over imports does find what it looks for, in each way of writing it."""
    module = tmp_path / "rmplay" / "lint" / "rules" / "bad.py"
    module.parent.mkdir(parents=True)
    module.write_text("from ...site import plan\nfrom rmplay.cli.main import main\nimport rmplay.build.task\n"
                      "from ... import site\n")
    assert list(rooms_imported(module, tmp_path / "rmplay")) == ["site", "cli", "build", "site"]


def test_no_imports_in_a_circle(tmp_path: Path) -> None:
    """Two modules that need each other are one, or a third; an import inside of a function only hides it."""
    assert circle(_modules()) == []
    (tmp_path / "rmplay").mkdir()
    pair = [tmp_path / "rmplay" / "one.py", tmp_path / "rmplay" / "two.py"]
    pair[0].write_text("from .two import b\n")
    pair[1].write_text("def b():\n    from . import one\n")
    assert circle(pair, tmp_path / "rmplay") == ["rmplay.one", "rmplay.two", "rmplay.one"]


def test_functions_are_short() -> None:
    """No function of more than 40 lines, docstring included."""
    long = [f"{path.relative_to(ROOT)}:{node.lineno} {node.name}" for path in _modules()
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= LONGEST_FUNCTION
            and not _is_rule(node)]
    assert long == []


def _is_rule(node: ast.FunctionDef) -> bool:
    """A rule's docstring is its page and may be long; its code may not."""
    if not any(isinstance(d, ast.Call) and getattr(d.func, "id", "") == "rule" for d in node.decorator_list):
        return False
    code = node.body[1] if len(node.body) > 1 else node.body[0]
    return node.end_lineno - code.lineno < LONGEST_FUNCTION


def test_public_functions_have_docstrings() -> None:
    """Every public function, class and module says what it is for."""
    missing = []
    for path in _modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        parts = [tree, *(n for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.ClassDef)))]
        missing += [f"{path.relative_to(ROOT)} {getattr(n, 'name', '')}" for n in parts
                    if not getattr(n, "name", "").startswith("_") and not ast.get_docstring(n) and not _inner(n, tree)]
    assert missing == []


def _inner(node: ast.AST, tree: ast.Module) -> bool:
    return any(isinstance(outer, ast.FunctionDef) and node is not outer and node in ast.walk(outer)
               for outer in ast.walk(tree))


def test_only_the_command_line_prints_and_looks_at_the_clock() -> None:
    """`print`, `sys.exit` and the clock belong to `cli`."""
    forbidden = {"print", "input", "exit", "now", "today", "time"}
    wrong = [f"{path.relative_to(ROOT)}:{node.lineno}" for path in _modules() if _room(path) not in ("cli", "__main__")
             for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
             and (getattr(node.func, "id", "") in forbidden or getattr(node.func, "attr", "") in {"now", "today"})]
    assert wrong == []


def test_no_field_of_a_record_hides_a_method() -> None:
    """In a template, `agenda.items` would be the method of the mapping; in a rule, `place` that of the record."""
    from rmplay.definition import model
    from rmplay.definition.record import Record
    taken = {"items", "keys", "values", "get", "pop", "copy", "update"}
    records = [c for c in vars(model).values() if isinstance(c, type) and issubclass(c, Record)]
    assert len(records) > 50
    taken |= set(dir(Record)) - {"id"}
    assert [(c.__name__, n) for c in records for n in c.specs if n in taken] == []
