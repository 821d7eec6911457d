"""What does a variable of the environment hold?  The default that the code has for it, or anything else.

`AUDITOR = env("AUDITOR")` of `environ.Env(AUDITOR=(str, "shop.audits:Auditor"))` names the class that is taken unless
a deployment says otherwise. A flag or a number decides nothing: each deployment has its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, Constant, Container, External
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

SCHEMES: Final = ("environ.Env", "environ.FileAwareEnv")
SCHEME: Final = "defaults of variables"
SET_OUTSIDE: Final = "os.environ.get()"
"""What comes from the environment, of which nothing is known."""


def scheme(call: NativeCall) -> Value:
    """`env = environ.Env(AUDITOR=(str, "shop.audits:Auditor"))`: a default for each variable."""
    held: dict[str, Value] = call.interpreter.frameworks.state.setdefault(SCHEME, {})
    for name, told in call.arguments.keywords.items():
        pair = containers.members(told)
        if pair is not None and len(pair) > 1:
            held[name] = join((held.get(name, BOTTOM), pair[1]))
    return call.atoms.external(f"{call.name}()")


def by_scheme(call: NativeCall) -> Value:
    """`env("AUDITOR")`, `env.str("STORE", default="shop.stores.Store")`."""
    default = call.arguments.keywords.get("default")
    if default is None:
        held: dict[str, Value] = call.interpreter.frameworks.state.get(SCHEME, {})
        default = join(held.get(name, BOTTOM) for name in strings(call.first))
    return _or_default(call, default)


def second(call: NativeCall) -> Value:
    """`os.environ.get("STORE", "shop.stores.Store")`, `config("STORE", default="shop.stores.Store")`."""
    cast = call.arguments.get(2, "cast") is not None
    return _or_default(call, BOTTOM if cast else call.arguments.get(1, "default") or BOTTOM)


def _or_default(call: NativeCall, default: Value) -> Value:
    texts = [atom.alone for atom in default if _is_text(atom) or _holds_texts(atom)]
    return join((*texts, call.atoms.external(SET_OUTSIDE)))


def is_set_outside(atom: Atom) -> bool:
    """Whether a value is a variable of the environment, or a part of one, of which nothing is known."""
    return isinstance(atom, External) and atom.dotted.startswith(SET_OUTSIDE)


def _is_text(atom: Atom) -> bool:
    return isinstance(atom, Constant) and isinstance(atom.value, str) and bool(atom.value)


def _holds_texts(atom: Atom) -> bool:
    """Whether a list or tuple holds texts alone."""
    if not isinstance(atom, Container) or atom.kind == "dict":
        return False
    members = containers.members(atom.alone)
    return bool(members) and all(_is_text(one) for member in members or () for one in member)


NATIVES: Final[dict[str, Handler]] = {
    **dict.fromkeys(SCHEMES, scheme),
    **{f"{made}(){called}": by_scheme for made in SCHEMES for called in ("", ".str", ".list", ".tuple")},
    **dict.fromkeys(("os.environ.get", "os.getenv", "decouple.config"), second),
    **{f"environs.Env(){called}": second for called in ("", ".str", ".get")},
}
