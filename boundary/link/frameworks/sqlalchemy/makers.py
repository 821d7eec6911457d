"""What makes sessions?  `sessionmaker`, its async kin, and what their options say of the sessions that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance
from boundary.link.effects.nesting import in_transaction
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy.flushed import EXPIRES, KEPT
from boundary.link.frameworks.sqlalchemy.several import ANY, committed, place_of, site_of
from boundary.link.frameworks.sqlalchemy.specs import OWN_QUERIES
from boundary.link.members import containers
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

SESSION: Final = "sqlalchemy.orm.session.Session"
MAKER: Final = "sqlalchemy.orm.session.sessionmaker"
AUTOCOMMIT: Final = "autocommit"


class MakerHook(Hook):
    """`sessionmaker(class_=..., query_cls=...)`."""

    base = MAKER

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """Keep the class of the sessions."""
        note_query_class(evaluator, arguments.keywords.get("query_cls"))
        note_expiry(evaluator, arguments.keywords.get("expire_on_commit"))
        given = arguments.get(-1, "class_") or BOTTOM
        made = ("sessions", frozenset(_classes(given)), place_of(evaluator, line), autocommit_of(arguments))
        return evaluator.atoms.instance(cls, site=made)


def note_query_class(evaluator: Evaluator, value: Value | None) -> None:
    """Queries of sessions are of this class."""
    for atom in value or BOTTOM:
        if isinstance(atom, ClassAtom):
            evaluator.interpreter.frameworks.state[OWN_QUERIES] = atom.cls


def note_expiry(evaluator: Evaluator, value: Value | None) -> None:
    """Whether objects are asked for again after a commit; those of all sessions, since none is told from another."""
    if truth(value or BOTTOM) is False:
        evaluator.interpreter.frameworks.state[KEPT] = True


def note_main_session(evaluator: Evaluator, options: Value | None) -> None:
    """The session that Flask-SQLAlchemy makes: by its options it keeps objects, or it asks for them again."""
    told = [(containers.pairs(atom.alone) or {}).get("expire_on_commit") for atom in options or ()]
    if any(truth(one or BOTTOM) is False for one in told):
        evaluator.interpreter.frameworks.state[KEPT] = True
    else:
        evaluator.interpreter.frameworks.state[EXPIRES] = True


def autocommit_of(arguments: Arguments) -> str | None:
    """What tells sessions apart that begin no transactions by themselves (SQLAlchemy 1): they or their maker say so."""
    if truth(arguments.keywords.get("autocommit", BOTTOM)) is True:
        return AUTOCOMMIT
    for atom in arguments.get(0, "session_factory") or BOTTOM:
        if isinstance(atom, Instance) and isinstance(atom.site, tuple) and atom.site[-1] == AUTOCOMMIT:
            return AUTOCOMMIT
    return None


def made_by(evaluator: Evaluator, arguments: Arguments, line: int) -> object:
    """What tells a session from others that is made at a line: its maker, where it has one, and how it works."""
    makers = [atom for atom in arguments.get(0, "session_factory") or BOTTOM if isinstance(atom, Instance)]
    places = {atom.site[2] for atom in makers if isinstance(atom.site, tuple) and atom.site[0] == "sessions"}
    place = places.pop() if len(places) == 1 and len(makers) == 1 else ANY if makers else place_of(evaluator, line)
    return site_of(place, autocommit_of(arguments))


def told_of(session: Instance) -> object:
    """How a session works, if it says so."""
    return session.site[-1] if isinstance(session.site, tuple) else session.site


def commits_flushes(evaluator: Evaluator, session: object) -> bool:
    """Whether what a session flushes is a transaction of its own here: no function that begins one says so by hand."""
    if not isinstance(session, Instance) or told_of(session) != AUTOCOMMIT:
        return False
    node = evaluator.context.function.node if evaluator.context.function is not None else None
    begins = type(node) is FUNCTION and "begin" in evaluator.interpreter.bodies.names(node)
    return not begins and not in_transaction(evaluator.context, evaluator.region)


def _classes(value: Value) -> list[ClassAtom]:
    return [atom for atom in value if isinstance(atom, ClassAtom)]


def made_session(call: NativeCall) -> Value:
    """`SessionLocal()`: new work begins."""
    call.evaluator.begin_work()
    return session_of(call)


def session_of(call: NativeCall) -> Value:
    """A session as a maker makes it."""
    site = call.receiver.site if isinstance(call.receiver, Instance) else None
    classes = [atom.cls for atom in site[1]] if isinstance(site, tuple) and site[0] == "sessions" else []
    usual = "sqlalchemy.ext.asyncio.AsyncSession" if "async" in getattr(call.receiver, "cls", call).name else SESSION
    found = classes or [cls for cls in [call.interpreter.library_class(usual)] if cls is not None]
    place, told = site[2:] if isinstance(site, tuple) and site[0] == "sessions" else (ANY, None)
    made = site_of(place, told or autocommit_of(call.arguments))
    return join(call.atoms.instance(cls, site=made) for cls in found) or UNKNOWN


def began(call: NativeCall) -> Value:
    """`with SessionLocal.begin() as session:`."""
    call.evaluator.made = True
    made = session_of(call)
    for atom in made:
        committed(call, atom)
    return call.atoms.wrapped("atomic", made, "default")


HOOKS: Final = (MakerHook(),)
NATIVES: Final[dict[str, Handler]] = {f"{MAKER}.__call__": made_session, f"{MAKER}.begin": began}
