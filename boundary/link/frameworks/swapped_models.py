"""Which model does `swapper.load_model("shop", "Order")` give?  The one that a setting names, or this one itself.

The setting of `shop.Order` is `SHOP_ORDER_MODEL`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN
from boundary.link.frameworks.django.apps import models_named
from boundary.link.frameworks.django.settings import is_always_set, setting

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def _asked(call: NativeCall) -> list[tuple[str, str]]:
    """The apps and models that are asked for, each with the setting that may name another one."""
    apps, models = (strings(call.arguments.get(at, name) or UNKNOWN) for at, name in enumerate(("app_label", "model")))
    return [(f"{app}.{model}", f"{app}_{model}_MODEL".upper()) for app in apps for model in models]


def _swapped(call: NativeCall) -> tuple[list[str], list[str]]:
    """What settings name instead of the models that are asked for, and those of them that may be meant themselves."""
    instead: list[str] = []
    themselves: list[str] = []
    for model, name in _asked(call):
        held = strings(setting(call.interpreter, name))
        instead.extend(held)
        if not held or not is_always_set(call.interpreter, name):
            themselves.append(model)
    return instead, themselves


def swappable_setting(call: NativeCall) -> Value:
    """`swapper.swappable_setting("shop", "Order")`: the name of the setting."""
    return join(call.atoms.constant(name) for _, name in _asked(call)) or UNKNOWN


def load_model(call: NativeCall) -> Value:
    """`swapper.load_model("shop", "Order")`."""
    instead, themselves = _swapped(call)
    return models_named(call, instead + themselves)


def get_model_name(call: NativeCall) -> Value:
    """`swapper.get_model_name("shop", "Order")`."""
    instead, themselves = _swapped(call)
    return join(call.atoms.constant(one) for one in instead + themselves) or UNKNOWN


def is_swapped(call: NativeCall) -> Value:
    """`swapper.is_swapped("shop", "Order")`: the name of the other model, or False."""
    instead, themselves = _swapped(call)
    found = [call.atoms.constant(one) for one in instead]
    return join([*found, call.atoms.constant(value=False)] if themselves else found) or UNKNOWN


NATIVES: Final[dict[str, Handler]] = {
    "swapper.swappable_setting": swappable_setting,
    "swapper.load_model": load_model,
    "swapper.get_model_name": get_model_name,
    "swapper.is_swapped": is_swapped,
}
