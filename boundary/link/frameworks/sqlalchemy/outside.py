"""What does a session do that a package makes which is not read?  What its name says: `session.add(order)`.

`from company.database import session` gives something outside, of which nothing is known but how it is called. That a
mapped class, or an object of one, is handed to it says that it is a session of SQLAlchemy; `session.commit()` is taken
by the name alone, in a program that uses SQLAlchemy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import ClassAtom, Instance
from boundary.link.frameworks.sqlalchemy.flushed import mapping_of, objects_in
from boundary.link.frameworks.sqlalchemy.guesses import SESSION
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.statements import Shape

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator

NEEDS: Final = ("sqlalchemy", "flask_sqlalchemy", "sqlmodel")
HANDED: Final = frozenset({"add", "add_all", "delete", "merge", "refresh", "bulk_save_objects"})
"""Methods that are handed objects of mapped classes."""
ASKED: Final = frozenset(
    {"query", "get", "execute", "scalar", "scalars", "bulk_insert_mappings", "bulk_update_mappings"}
)
"""Methods that are handed mapped classes, or statements about them."""
WORK: Final = frozenset({"commit", "rollback", "flush", "begin_nested"})


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """`session.add(order)`, `session.query(Order)`, `session.commit()` on something outside that is called so."""
    holder, _, method = atom.dotted.rpartition(".")
    if method not in HANDED and method not in ASKED and method not in WORK:
        return None
    if "." not in holder or not SESSION.fullmatch(holder.rpartition(".")[2].removesuffix("()")):
        return None
    if method not in WORK and not _about_rows(evaluator, arguments):
        return None
    cls = evaluator.interpreter.library_class("sqlalchemy.orm.session.Session")
    if cls is None:
        return None
    session = evaluator.atoms.instance(cls, guessed=True)
    (receiver,) = session
    name = f"sqlalchemy.session.{method}"
    return evaluator.interpreter.calls.native(evaluator, name, (receiver, method), arguments, line)


def _about_rows(evaluator: Evaluator, arguments: Arguments) -> bool:
    """Whether a call is handed what only a session of SQLAlchemy takes."""
    for value in (*arguments.positional, *arguments.keywords.values()):
        if any(_is_row(evaluator, one) for one in objects_in(value)):
            return True
        if any(
            isinstance(one, ClassAtom) and mappings(evaluator.interpreter).add(one.cls) is not None for one in value
        ):
            return True
    return False


def _is_row(evaluator: Evaluator, atom: Instance) -> bool:
    """An object of a mapped class, a column of one, or a statement."""
    return (
        mapping_of(evaluator, atom) is not None
        or isinstance(atom.site, Shape)
        or atom.cls.dotted.startswith("sqlalchemy.")
    )
