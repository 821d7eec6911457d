"""Which file of SQL does code read that it executes?  `conn.execute(text((HERE / "add.sql").read_text()))`.

What is read of a file stands for it as a comment, `-- file: */shop/sql/add.sql`, which goes through all that is done
to texts (`strip`, `format`, `split(";")`), and says what is executed. Files are known by how their paths end; for what
is not known of a path there is `*`, and `%` for what `glob` finds. Only where the project has files of SQL.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.calling.contexts import FILE
from boundary.link.domain import texts
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, External, ModuleAtom, Wrapped
from boundary.link.frameworks.raw_sql import FILES, HOLE, matching, text_of

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

PATH: Final = "path"
OUTSIDE: Final = "pathlib.Path"
OPENED: Final = "opened file"
KINDS: Final = frozenset({PATH, OPENED})
ENDING: Final = re.compile(r"[^*/][^*/]*\.\w+")
"""The name of a file, as far as it has to be known."""
MOST_FILES: Final = 100
"""Of so many that a pattern finds, each is a path of its own."""
SAME: Final = frozenset({"resolve", "absolute", "expanduser", "as_posix", "open", "__enter__"})


def has_files(interpreter: Interpreter) -> bool:
    """Whether the project has files of SQL."""
    return bool(interpreter.frameworks.state.get(FILES))


# --- paths ------------------------------------------------------------------------------------------------


def tails(value: Value) -> list[str]:
    """What is known of the paths that a value may be, from behind."""
    found: list[str] = []
    for atom in value:
        if isinstance(atom, Wrapped) and atom.kind in KINDS:
            found += tails(atom.inner)
        elif isinstance(atom, ModuleAtom):
            found.append("*/" + atom.module.name.replace(".", "/"))
        else:
            text = text_of(atom)
            found.append("*" if text is None else plain(re.sub(r"^/(?=\*)", "", re.sub(rf"{HOLE}+", "*", text))))
    return found or ["*"]


def joined(parts: list[list[str]]) -> list[str]:
    """Paths of parts that stand in a row, each of which may be several."""
    found = [""]
    for options in parts:
        found = [one if one.startswith("/") else f"{before}/{one}".lstrip("/") for before in found for one in options]
    return [plain(one) for one in found]


def plain(path: str) -> str:
    """A path without the ways up in it: `shop/data/../sql/add.sql`."""
    if ".." not in path:
        return path
    held: list[str] = []
    for step in path.split("/"):
        if step != ".." or not held or held[-1] == "..":
            held.append(step)
        elif held[-1] != "*":
            held = held[:-1] if held[-1] else ["*"]
    return "/".join(held)


def made(evaluator: Evaluator, paths: list[str], kind: str = PATH) -> Value:
    """Paths, or files that are open, by what is known of them."""
    return join(evaluator.atoms.wrapped(kind, evaluator.atoms.constant(one)) for one in paths)


def spelled(evaluator: Evaluator, paths: list[str]) -> Value:
    """Paths as texts, one of which nothing is known as one that begins at the root."""
    begun = [f"/{one}" if one.startswith("*") else one for one in paths]
    rows = [[UNKNOWN if part == "*" else evaluator.atoms.constant(part) for part in re.split(r"(\*)", one) if part]
            for one in begun]  # fmt: skip
    return join(texts.concatenated(evaluator.atoms, row) for row in rows)


def joined_texts(call: NativeCall) -> Value:
    """`os.path.join(HERE, "add.sql")`."""
    return spelled(call.evaluator, joined([tails(one) for one in call.arguments.positional] or [["*"]]))


def folder(call: NativeCall) -> Value:
    """`os.path.dirname(path)`."""
    return spelled(call.evaluator, [one.rpartition("/")[0] or "*" for one in tails(call.first)])


def path(call: NativeCall) -> Value:
    """`Path("sql", "add.sql")`."""
    return made(call.evaluator, joined([tails(one) for one in call.arguments.positional] or [["*"]]))


def in_package(call: NativeCall) -> Value:
    """`files("shop.sql")`, `pkgutil.get_data("shop", "sql/add.sql")`, `read_text(shop.sql, "add.sql")`."""
    package, *rest = call.arguments.positional or (UNKNOWN,)
    names = [one if "*" in one else "*/" + one.replace(".", "/") for one in tails(package)]
    found = made(call.evaluator, joined([names, *(tails(one) for one in rest)]))
    last = call.name.rpartition(".")[2]
    return found if last in {"files", "path", "open_text", "open_binary"} else read(call.evaluator, found)


def same(call: NativeCall) -> Value:
    """`as_file(path)`, `str(path)`."""
    return call.first


def opened(call: NativeCall) -> Value:
    """`open(path)`."""
    return made(call.evaluator, tails(call.first), OPENED)


def resource(call: NativeCall) -> Value:
    """`app.open_resource("sql/schema.sql")`: below the folder of the application or blueprint."""
    return made(call.evaluator, joined([["*"], tails(call.first)]), OPENED)


def found_by(call: NativeCall) -> Value:
    """`glob.glob("sql/*.sql")`: a list of paths."""
    return _globbed(call, [""], "list")


def _globbed(call: NativeCall, folders: list[str], kind: str) -> Value:
    """The files that a pattern finds, each by itself as long as they are few."""
    wanted: list[str] = []
    for pattern in (text_of(one) or "*" for one in call.first):
        names = re.sub(rf"\*+/?(?=\*)|\*|{HOLE}+", "%", pattern.replace("**/", "*"))
        wanted += joined([folders, [names]])
    held = [f"/{file}" for one in wanted for file in matching(call.interpreter, one.replace("%", "*"))]
    few = dict.fromkeys(held) if len(held) <= MOST_FILES else dict.fromkeys(wanted)
    members = [made(call.evaluator, [one]) for one in few]
    return call.atoms.container(kind, join(members), tuple(members) if len(held) <= MOST_FILES else None)


def operated(evaluator: Evaluator, values: list[Value]) -> Value | None:
    """`HERE / "sql" / "add.sql"`; below a path that is something external stands another one."""
    if any(type(atom) is External and atom.dotted.startswith(OUTSIDE) for atom in values[0]):
        return evaluator.atoms.external(f"{OUTSIDE}()")
    if not any(type(atom) is Wrapped and atom.kind == PATH for atom in values[0]):
        return None
    return made(evaluator, joined([tails(one) for one in values]))


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`path.parent`, `path.read_text`, `file.read`."""
    del line
    if atom.kind not in KINDS:
        return None
    if name in {"parent", "parents"}:
        up = [one.rpartition("/")[0] or "*" for one in tails(atom.alone)]
        return made(evaluator, up) if name == "parent" else UNKNOWN
    if name in {"name", "stem"}:
        ends = [one.rpartition("/")[2] for one in tails(atom.alone)]
        named = [one.rpartition(".")[0] if name == "stem" else one for one in ends if "*" not in one and "%" not in one]
        return join(evaluator.atoms.constant(one) for one in named) if len(named) == len(ends) else UNKNOWN
    return evaluator.atoms.native(f"file.{name}", atom) if f"file.{name}" in NATIVES else UNKNOWN


def itself(call: NativeCall) -> Value:
    """`path.resolve()`, `path.open()`."""
    receiver: Wrapped = call.receiver
    return receiver.alone


def below(call: NativeCall) -> Value:
    """`path.joinpath("sql", "add.sql")`."""
    receiver: Wrapped = call.receiver
    return made(call.evaluator, joined([tails(receiver.alone), *(tails(one) for one in call.arguments.positional)]))


def beside(call: NativeCall) -> Value:
    """`path.with_name("add.sql")`."""
    receiver: Wrapped = call.receiver
    folders = [one.rpartition("/")[0] or "*" for one in tails(receiver.alone)]
    return made(call.evaluator, joined([folders, tails(call.first)]))


def globbed(call: NativeCall) -> Value:
    """`path.glob("*.sql")`."""
    receiver: Wrapped = call.receiver
    return _globbed(call, tails(receiver.alone), "list")


def content(call: NativeCall) -> Value:
    """`path.read_text()`, `file.read()`."""
    receiver: Wrapped = call.receiver
    return read(call.evaluator, receiver.alone)


def read(evaluator: Evaluator, value: Value) -> Value:
    """What stands in files, where their names are known."""
    known = [one for one in tails(value) if ENDING.fullmatch(one.rpartition("/")[2].replace("%", "_"))]
    return join(evaluator.atoms.constant(f"{FILE}{one}\n") for one in known) or UNKNOWN


def divided(call: NativeCall) -> Value:
    """`sqlparse.split(text)`: the statements."""
    return call.atoms.container("list", call.first)


def where_files_are(handler: Handler) -> Handler:
    """What says something of paths in projects that have files of SQL alone."""

    def asked(call: NativeCall) -> Value | None:
        return handler(call) if has_files(call.interpreter) else call.atoms.external(f"{call.name}()")

    return asked


RESOURCES: Final = ("importlib.resources", "importlib_resources")
ASKING: Final[dict[str, Handler]] = {
    **dict.fromkeys(("pathlib.Path", "pathlib.PurePath"), path),
    "os.path.join": joined_texts,
    "os.path.dirname": folder,
    **dict.fromkeys(("builtins.open", "io.open", "codecs.open"), opened),
    "flask.scaffold.Scaffold.open_resource": resource,
    "glob.glob": found_by,
    "glob.iglob": found_by,
    **{f"{one}.{name}": in_package for one in RESOURCES for name in ("files", "path", "open_text", "read_text")},
    "pkgutil.get_data": in_package,
    "pkg_resources.resource_string": in_package,
}
NATIVES: Final[dict[str, Handler]] = {
    **{name: where_files_are(handler) for name, handler in ASKING.items()},
    **dict.fromkeys(("os.path.abspath", "os.path.realpath", "os.path.normpath"), same),
    **{f"{one}.as_file": same for one in RESOURCES},
    "sqlparse.split": divided,
    "sqlparse.format": same,
    **{f"file.{name}": itself for name in SAME},
    "file.joinpath": below,
    "file.with_name": beside,
    "file.glob": globbed,
    "file.rglob": globbed,
    **dict.fromkeys(("file.read_text", "file.read_bytes", "file.read"), content),
}
