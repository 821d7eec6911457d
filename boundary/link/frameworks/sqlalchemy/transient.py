"""Which object is stored no longer?  One that was made a new one: `make_transient(order)`, to be added as a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import Instance
from boundary.link.frameworks.sqlalchemy.flushed import mapping_of
from boundary.link.syntax.kinds import NAME

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def make_transient(call: NativeCall) -> Value:
    """The variable holds an object without a row from here on."""
    written, evaluator = call.evaluator.calling, call.evaluator
    if written is not None and written.arguments and type(written.arguments[0]) is NAME:
        name = written.arguments[0].id
        if evaluator.env.get(name) == call.first:
            evaluator.env[name] = join(
                call.atoms.instance(atom.cls, exact=atom.exact, guessed=atom.guessed, stored=False)
                if isinstance(atom, Instance) and mapping_of(evaluator, atom) is not None
                else atom.alone
                for atom in call.first
            )
    return call.atoms.none


NATIVES: Final[dict[str, Handler]] = {
    "sqlalchemy.orm.make_transient": make_transient,
    "sqlalchemy.orm.session.make_transient": make_transient,
}
