"""What does a flush write of an object, and of what hangs on it?  Rows, links, and what a deletion takes along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.values import UNKNOWN, Container, Function, Instance, by_age
from boundary.link.frameworks.sqlalchemy import unsaid
from boundary.link.frameworks.sqlalchemy.events import link_event, mapper_event
from boundary.link.frameworks.sqlalchemy.hung import hang
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.proxies import behind, objects_for
from boundary.link.frameworks.sqlalchemy.results import read, stored
from boundary.link.members import containers
from boundary.link.members.emptiness import is_bare
from boundary.link.syntax.following import given_later
from boundary.link.syntax.kinds import CONSTANT, NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.sqlalchemy.mapping import Mapping
    from boundary.link.frameworks.sqlalchemy.related import Relation
    from boundary.link.frameworks.sqlalchemy.specs import ProxySpec
    from boundary.model.scan import Because, Operation

ANY_NAME: Final = "*"
"""Stands for an attribute whose name is not known: `setattr(order, name, value)`."""

KEPT: Final = "sqlalchemy keeps objects"
"""Remembers that sessions are made with `expire_on_commit=False`."""
EXPIRES: Final = "sqlalchemy asks for the objects of the main session again"
"""What is set where an extension makes the session of the application, whatever others say of sessions of their own."""
MOST_BELOW: Final = 12
"""Where a row may be of classes with more tables than this, it is of the one that was asked."""


def mapping_of(evaluator: Evaluator, atom: Atom) -> Mapping | None:
    """The mapping of an object's class."""
    return mappings(evaluator.interpreter).add(atom.cls) if isinstance(atom, Instance) else None


def objects_in(value: Value, depth: int = 0) -> Iterator[Instance]:
    """The objects in a value, those in its lists too; a dict in a list is no row, whatever it holds."""
    for atom in value:
        if isinstance(atom, Instance):
            yield atom
        elif depth and isinstance(atom, Container) and atom.kind == "dict":
            continue
        elif depth < 3 and (members := containers.members(atom.alone)) is not None:  # noqa: PLR2004
            for one in members:
                yield from objects_in(one, depth + 1)
        elif depth < 3 and hasattr(atom, "element"):  # noqa: PLR2004
            yield from objects_in(atom.element, depth + 1)


# --- writing ----------------------------------------------------------------------------------------------


def persist(evaluator: Evaluator, atom: Instance, line: int, because: Because | None = None) -> bool:
    """An object is in the session: a flush inserts it, or updates it where it was stored before."""
    mapping = mapping_of(evaluator, atom)
    if mapping is None:
        return False
    op: Operation = "update" if atom.stored else "insert"
    if atom.stored is False:
        evaluator.context.flow.add({atom: None})
    write(evaluator, mapping, op, line, guessed=atom.guessed, because=because)
    for one in below(mapping) if atom.stored is False and not atom.exact else ():  # a copy of a row of any of these
        evaluator.touch(
            one.table, op, line, confidence="guessed" if atom.guessed else "inferred", because="inheritance"
        )
    mapper_event(evaluator, mapping, op, atom, line)
    return True


def write(  # noqa: PLR0913 - one record, spelled out
    evaluator: Evaluator,
    mapping: Mapping,
    op: Operation,
    line: int,
    *,
    guessed: bool,
    because: Because | None = None,
) -> None:
    """Rows of a class are written; with joined inheritance those of its parents' tables, too."""
    confidence = "guessed" if guessed else None
    evaluator.touch(mapping.table, op, line, confidence=confidence, because=because)  # type: ignore[arg-type]
    for table in mapping.tables[1:]:
        if op != "update":
            evaluator.touch(table, op, line, confidence=confidence, because="inheritance")  # type: ignore[arg-type]
    _compute(evaluator, mapping, op, line)


def _compute(evaluator: Evaluator, mapping: Mapping, op: Operation, line: int) -> None:
    """Functions that columns name give what a row holds where nothing is said; the one or other takes a context."""
    for functions in mapping.computing(op):
        for atom in by_age(functions):
            if isinstance(atom, Function):
                given = Arguments((UNKNOWN,)) if atom.function.parameters else NO_ARGUMENTS
                unsaid.run(evaluator, atom.alone, given, line)
    for parent in mapping.parents:
        _compute(evaluator, parent, op, line)


def remove(evaluator: Evaluator, atom: Instance, line: int) -> bool:
    """An object is deleted, with all that its relationships and the database take along."""
    mapping = mapping_of(evaluator, atom)
    if mapping is None:
        return False
    deletion = mappings(evaluator.interpreter).deletion(mapping)
    for (table, op), because in deletion.accesses.items():
        evaluator.touch(table, op, line, confidence="guessed" if atom.guessed else None, because=because)
        if op == "delete":
            link_event(evaluator, table, line)
    for one in deletion.mappings:
        (held,) = evaluator.atoms.instance(one.cls, stored=True)
        mapper_event(evaluator, one, "delete", held, line)  # type: ignore[arg-type]
    return True


def changed(evaluator: Evaluator, mapping: Mapping, atom: Instance, name: str, line: int) -> None:
    """A column of an object that is stored is set: a flush updates its row."""
    if atom.stored is False:
        return
    holder = mapping
    while name not in holder.columns and name != ANY_NAME and holder.parents:
        holder = next((one for one in holder.parents if one.has_column(name)), holder)
        if name not in holder.columns and not any(one.has_column(name) for one in holder.parents):
            break
    evaluator.touch(holder.table, "update", line, confidence="guessed" if atom.guessed else None)
    _compute(evaluator, mapping, "update", line)
    mapper_event(evaluator, mapping, "update", atom, line)


def kin(mapping: Mapping, atom: Instance) -> list[Mapping]:
    """The other classes whose columns an attribute of any name may be: those above, and those that a row may be of."""
    if atom.stored is False:
        return []
    found, stack = [], list(mapping.parents)
    while stack:
        found.append(one := stack.pop())
        stack.extend(one.parents)
    return [one for one in found if one.table != mapping.table] + (below(mapping) if atom.stored else [])


def below(mapping: Mapping) -> list[Mapping]:
    """The classes below one that have tables of their own; none of too many."""
    own = [one for one in mapping.descendants if one.table != mapping.table]
    return own if len({one.table for one in own}) <= MOST_BELOW else []


def related(evaluator: Evaluator, relation: Relation, value: Value, line: int, *, holder: Instance) -> None:
    """Objects are put into a relationship: new ones are inserted with its owner, links are written."""
    if relation.view_only:
        return
    guessed = "guessed" if holder.guessed else None
    many = relation.kind == "m2m"
    value = objects_for(evaluator, relation, value, line)
    given = list(objects_in(value))
    if given and relation.kind != "m2o" and holder.stored is not False:
        mapper_event(evaluator, relation.source, "update", holder, line, collection=True)
    for atom in given:
        if relation.linked_back:
            dirtied(evaluator, atom, line, collection=relation.kind != "o2m")
        if atom.stored is False and mapping_of(evaluator, atom) is not None:
            persist(evaluator, atom, line, "cascade")
            hang(evaluator, holder, atom)
            if relation.linked_back and holder.stored is False:
                drawn_in(evaluator, relation, holder, atom, line)
        elif relation.kind == "o2m":
            evaluator.touch(relation.target.table, "update", line, confidence=guessed)  # type: ignore[arg-type]
    if relation.secondary is not None and many and not (given == [] and _begins_empty(evaluator, value)):
        evaluator.touch(relation.secondary, "insert", line, confidence=guessed, because="m2m")  # type: ignore[arg-type]
        link_event(evaluator, relation.secondary, line)


def _begins_empty(evaluator: Evaluator, value: Value) -> bool:
    """Whether a constructor gives its object an empty collection: `self.tags = set()`."""
    function = evaluator.context.function
    return function is not None and function.name == "__init__" and all(is_bare(each) for each in value)


def drawn_in(evaluator: Evaluator, relation: Relation, holder: Instance, atom: Instance, line: int) -> None:
    """`Line(order=order)`, `order.lines.append(line)`: whichever of the two is added takes the other one along.

    Which object a collection is of is not known: no other one that was made has a row because this one has.
    """
    with evaluator.believed("inferred", "cascade"):
        if holder.relation is None:
            persist(evaluator, holder, line, "cascade")
        else:
            write(evaluator, relation.source, "insert", line, guessed=holder.guessed, because="cascade")
    if holder.relation is None:
        hang(evaluator, atom, holder)


def dirtied(evaluator: Evaluator, atom: Instance, line: int, *, collection: bool) -> None:
    """The other end of a relationship has changed: a flush tells those who listen to updates of its row."""
    mapping = mapping_of(evaluator, atom) if atom.stored is not False else None
    if mapping is not None:
        mapper_event(evaluator, mapping, "update", atom, line, collection=collection)


def unrelated(evaluator: Evaluator, relation: Relation, line: int, *, holder: Instance) -> None:
    """Objects are taken out of a relationship."""
    if relation.view_only or holder.stored is False:
        return
    guessed = "guessed" if holder.guessed else None
    if relation.secondary is not None:
        evaluator.touch(relation.secondary, "delete", line, confidence=guessed, because="m2m")  # type: ignore[arg-type]
        link_event(evaluator, relation.secondary, line)
    elif relation.deletes_orphans:
        (held,) = stored(evaluator, relation.target.cls)
        remove(evaluator, held, line)  # type: ignore[arg-type]
    else:
        evaluator.touch(relation.target.table, "update", line, confidence=guessed)  # type: ignore[arg-type]


def assigned(evaluator: Evaluator, relation: Relation, value: Value, line: int, *, holder: Instance) -> None:
    """`order.customer = customer`, `order.lines = [...]`."""
    if relation.creator is None or not (value and all(is_bare(each) for each in value)):
        related(evaluator, relation, value, line, holder=holder)
    if relation.view_only:
        return
    if relation.kind == "m2o":
        changed(evaluator, relation.source, holder, ANY_NAME, line)
        if value == evaluator.atoms.none and _leaves(evaluator, relation, line, holder=holder):
            with evaluator.believed("inferred", "cascade"):
                remove(evaluator, holder, line)
    elif holder.stored is not False:
        if relation.dynamic != "write_only":  # what is replaced is loaded first
            read(evaluator, relation.reads, line, guessed=holder.guessed)
        unrelated(evaluator, relation, line, holder=holder)


def _leaves(evaluator: Evaluator, relation: Relation, line: int, *, holder: Instance) -> bool:
    """Whether a row leaves the owner that keeps it alive, and the code at hand gives it no other one afterwards.

    What is None here gives it none: `line.owner = None`, where the setter of `owner` lets go of all and asks what is
    given.
    """
    if holder.stored is False or not relation.keeps_alive:
        return False
    for name, node in given_later(evaluator.context.function.body, line) if evaluator.context.function else ():
        other = relation.source.relation(name)
        given = evaluator.evaluate(node) if type(node) is CONSTANT or type(node) is NAME else UNKNOWN
        if other is not None and other.keeps_alive and given != evaluator.atoms.none:
            return False
    return True


def through_proxy(  # noqa: PLR0913 - one assignment, spelled out
    evaluator: Evaluator, through: Relation, spec: ProxySpec, value: Value, line: int, *, holder: Instance
) -> None:
    """`order.stock = stock` of an association proxy: the object between is made, and holds what is given.

    A list is not set through one object.
    """
    if through.kind == "m2o" and value and all(isinstance(atom, Container) for atom in value):
        return
    relation = behind(evaluator.interpreter, through, spec)
    if relation is not None and relation.creator is not None:
        assigned(evaluator, relation, value, line, holder=holder)
        return
    evaluator.touch(through.target.table, "insert", line, because="cascade")
    inner = through.target.relation(spec.attribute)
    (between,) = evaluator.atoms.instance(through.target.cls, stored=False)
    if inner is not None:
        related(evaluator, inner, value, line, holder=between)  # type: ignore[arg-type]
    if through.kind == "m2o":
        changed(evaluator, through.source, holder, ANY_NAME, line)


def refreshed(evaluator: Evaluator, mapping: Mapping, atom: Instance, line: int) -> None:
    """An object is used after a commit: its row is read again, unless sessions keep what they know."""
    state = evaluator.interpreter.frameworks.state
    if atom.stored is not None and (KEPT not in state or EXPIRES in state):
        read(evaluator, frozenset(mapping.loaded), line, guessed=atom.guessed)


# --- objects ------------------------------------------------------------------------------------------------
