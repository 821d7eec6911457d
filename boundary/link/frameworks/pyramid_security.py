"""What does Pyramid ask the application's security policy?  Who asks, and to remember and forget them.

The policies that configurators are told (`set_security_policy`, before 2.0 `set_authentication_policy`) answer
`remember(request, userid)` and `forget(request)`, `request.identity` and `request.authenticated_userid`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.arguments import Arguments
from boundary.link.frameworks.pyramid_told import told
from boundary.link.values import BOTTOM, UNKNOWN, known

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.values import Value

CONFIGURATOR: Final = "pyramid.config.Configurator"
POLICY: Final = "security policy"
ASKED: Final = {
    "identity": "identity",
    "authenticated_userid": "authenticated_userid",
    "unauthenticated_userid": "unauthenticated_userid",
    "is_authenticated": "authenticated_userid",
}
"""What a request says of who asks, and the method of the policy that knows."""


def set_policy(call: NativeCall) -> Value:
    """`config.set_security_policy(Policy())`."""
    call.interpreter.write((POLICY,), told(call, 0, "policy"))
    return call.atoms.none


def asked(evaluator: Evaluator, request: Value, name: str, line: int) -> Value | None:
    """`request.identity`; None where no policy of the application answers."""
    return ask(evaluator, ASKED[name], Arguments((request,)), line) if name in ASKED else None


def ask(evaluator: Evaluator, method: str, arguments: Arguments, line: int) -> Value | None:
    """A question to the policies that there are."""
    policy = evaluator.interpreter.read((POLICY,), evaluator.context)
    held = evaluator.interpreter.attributes.get(evaluator, policy, method, line) if policy else BOTTOM
    return evaluator.interpreter.calls.call(evaluator, held, arguments, line) if known(held) else None


def remember(call: NativeCall) -> Value:
    """`remember(request, userid)`, `forget(request)`: headers, and whatever else the policy does."""
    return ask(call.evaluator, call.name.rpartition(".")[2], call.arguments, call.line) or UNKNOWN


HOOKS: Final = ()
NATIVES: Final[dict[str, Handler]] = {
    f"{CONFIGURATOR}.set_security_policy": set_policy,
    f"{CONFIGURATOR}.set_authentication_policy": set_policy,
    "pyramid.security.remember": remember,
    "pyramid.security.forget": remember,
}
