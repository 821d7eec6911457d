"""Which table keeps the tags of rows?  `groups = Tags(db.auth_user, "groups")`: `auth_user_tag_groups`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.pydal.queries import expression
from boundary.link.frameworks.pydal.storage import insert
from boundary.link.frameworks.pydal.tables import Specified, name_of, tables, touch

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

TAGS: Final = "pydal.tools.tags.Tags"
OF: Final = "pydal tags of"


class Tagged(Hook):
    """Tags, each with the table that they are kept in."""

    base = TAGS

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Tags(db.auth_user, "groups")`."""
        names = strings(arguments.get(1, "name") or BOTTOM) or ["default"]
        place = None if evaluator.module.library else (evaluator.module.file, line)
        found = []
        for atom in arguments.get(0, "table") or BOTTOM:
            of = name_of(atom)
            kept = f"{of}_tag_{names[0]}"
            if of:
                held = tables(evaluator.interpreter)
                one = held.declare(kept, kept, place)
                held.add(one, [Specified("tagpath"), Specified("record_id", of)])
                found.append(evaluator.atoms.instance(cls, site=(OF, kept, of)))
        return join(found) or None


def on_tags(work: Callable[[NativeCall, str], Value]) -> Handler:
    """A method that touches the table of the tags."""

    def handler(call: NativeCall) -> Value:
        site = call.receiver.site if isinstance(call.receiver, Instance) else None
        return work(call, str(site[1])) if isinstance(site, tuple) and site[0] == OF else UNKNOWN

    return handler


def _got(call: NativeCall, table: str) -> Value:
    touch(call.evaluator, table, "read", call.line)
    return call.atoms.container("list", UNKNOWN)


def _added(call: NativeCall, table: str) -> Value:
    touch(call.evaluator, table, "read", call.line)
    insert(call.evaluator, table, call.line)
    return call.atoms.none


def _removed(call: NativeCall, table: str) -> Value:
    touch(call.evaluator, table, "delete", call.line)
    return call.atoms.none


def _found(call: NativeCall, table: str) -> Value:
    of = str(call.receiver.site[2])
    return expression(call.evaluator, frozenset({of}), frozenset({table}))


HOOKS: Final = (Tagged(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{TAGS}.get": on_tags(_got),
    f"{TAGS}.add": on_tags(_added),
    f"{TAGS}.remove": on_tags(_removed),
    f"{TAGS}.find": on_tags(_found),
}
