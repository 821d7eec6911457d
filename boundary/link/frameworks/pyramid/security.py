"""What does Pyramid ask the application's security policy?  Who asks, and to remember and forget them.

The policies that configurators are told (`set_security_policy`, before 2.0 `set_authentication_policy`) answer
`remember(request, userid)` and `forget(request)`, `request.identity` and `request.authenticated_userid`. Whether a view
with a `permission` may answer is asked before it does, in the transaction of the request: what the policy does to tell
who asks (a ticket is prolonged) is done there. Where it hands the question on to one of several policies, only the
request says to which: to have each view do what any of them does would glue all views together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import known, strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.entry_functions import functions_in
from boundary.link.frameworks.naming import name_of
from boundary.link.frameworks.pyramid.contexts import ROUTES, context_of
from boundary.link.frameworks.pyramid.contexts import named as named_context
from boundary.link.frameworks.pyramid.told import told
from boundary.link.frameworks.registry import PYRAMID_REQUEST as REQUEST
from boundary.link.syntax.kinds import CALL
from boundary.link.syntax.walking import nodes_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.execution import Executor
    from boundary.link.frameworks.protocol import Handler, NativeCall

CONFIGURATOR: Final = "pyramid.config.Configurator"
POLICY: Final = "security policy"
ASKED: Final = {
    "identity": "identity",
    "authenticated_userid": "authenticated_userid",
    "unauthenticated_userid": "unauthenticated_userid",
    "is_authenticated": "authenticated_userid",
}
"""What a request says of who asks, and the method of the policy that knows."""
PERMITTED: Final = "pyramid permission"
ANYBODY: Final = "__no_permission_required__"
CONTEXT: Final = code.Name("context")


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


def has_permission(call: NativeCall) -> Value:
    """`request.has_permission("edit", order)`."""
    request = call.receiver.alone if isinstance(call.receiver, Instance) else UNKNOWN
    context = call.arguments.get(1, "context") or UNKNOWN
    given = Arguments((request, context, call.arguments.get(0, "permission") or UNKNOWN))
    return ask(call.evaluator, "permits", given, call.line) or UNKNOWN


# --- views that not everybody may see -------------------------------------------------------------------------


def permission(call: NativeCall, view: Value, given: Value = BOTTOM) -> Hashable | None:
    """The trait of a view that asks for a permission: `view_config(permission="edit")`, or its class for all views."""
    if not given:
        nodes = [node for atom in functions_in(view) for node in _defaults(atom.function.cls)]
        given = join(call.evaluator.evaluate(node) for node in nodes)
    return (PERMITTED, given) if given and strings(given) != [ANYBODY] else None


def _defaults(cls: ClassInfo | None) -> list[code.Expression]:
    """The permission that `@view_defaults(permission="edit")` names for the views of a class."""
    calls = [one for one in (cls.node.decorators if cls is not None and cls.node else ()) if type(one) is CALL]
    keywords = [keyword for one in calls if name_of(one.function) == "view_defaults" for keyword in one.keywords]
    return [keyword.value for keyword in keywords if keyword.name == "permission"]


def trait(executor: Executor, held: tuple[object, ...]) -> None:
    """Such a view begins: the policy is asked first."""
    function = executor.context.function
    cls = executor.interpreter.library_class(REQUEST) if held[0] == PERMITTED else None
    if cls is None or function is None or _asks_others(executor):
        return
    names = executor.interpreter.frameworks.state.get(ROUTES, {}).get(function, ())
    outside = executor.interpreter.module_evaluator(function.module)
    context = context_of(outside, list(names)) if function.cls is None else named_context(executor, CONTEXT)
    asked_for: Value = held[1]  # type: ignore[assignment]
    given = Arguments((executor.atoms.instance(cls), context or UNKNOWN, asked_for))
    ask(executor, "permits", given, function.node.line)


def _asks_others(executor: Executor) -> bool:
    """Whether a policy leaves the answer to others (`policy.permits(...)`): which of them, the request says."""
    policy = executor.interpreter.read((POLICY,), executor.context)
    held = executor.interpreter.attributes.get(executor, policy, "permits", 0) if policy else BOTTOM
    return any(
        type(node) is CALL and name_of(node.function) == "permits"
        for atom in functions_in(held)
        for node in nodes_in(atom.function.body)
    )


NATIVES: Final[dict[str, Handler]] = {
    f"{CONFIGURATOR}.set_security_policy": set_policy,
    f"{CONFIGURATOR}.set_authentication_policy": set_policy,
    f"{REQUEST}.has_permission": has_permission,
    "pyramid.security.remember": remember,
    "pyramid.security.forget": remember,
}
