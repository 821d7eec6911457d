"""Which methods of a handler does a server of mail call?  Those whose names begin so: `Controller(Orders())`, aiosmtpd.

    class Orders:
        async def handle_DATA(self, server, session, envelope): ...

A handler may be of any class. Each of its methods is an entry point.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM, Instance
from boundary.link.frameworks.entry_functions import register

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

NEEDS: Final = ("aiosmtpd",)
HANDLES: Final = ("handle_", "auth_")
"""How the methods begin that are called by what a client sends."""
SERVERS: Final = ("aiosmtpd.smtp.SMTP", "aiosmtpd.lmtp.LMTP")
"""What the controllers make of it, too (`../library/aiosmtpd`)."""


def served(call: NativeCall) -> Value:
    """`Controller(handler)`, `SMTP(handler)`."""
    for atom in call.arguments.get(0, "handler") or BOTTOM:
        if not isinstance(atom, Instance) or atom.cls.library:
            continue
        names = [name for one in call.interpreter.classes.mro(atom.cls) for name in one.bindings]
        for name in dict.fromkeys(names):
            if name.startswith(HANDLES):
                method = call.interpreter.attributes.get(call.evaluator, atom.alone, name, call.line)
                register(call.interpreter, "rpc", "", method)
    return call.atoms.external(f"{call.name}()")


NATIVES: Final[dict[str, Handler]] = dict.fromkeys(SERVERS, served)
