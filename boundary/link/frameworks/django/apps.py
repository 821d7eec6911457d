"""Which models does the registry of apps give?  `apps.get_model("shop", "Order")`, `get_app_config("shop")`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.settings import located
from boundary.link.syntax.kinds import NAME

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.models import Models
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code


def get_model(call: NativeCall) -> Value:
    """`get_model("app", "Model")`, `get_model("app.Model")`, `apps.get_registered_model(...)`, wherever it stands."""
    first = strings(call.arguments.get(0, "app_label") or UNKNOWN)
    second = strings(call.arguments.get(1, "model_name") or BOTTOM)
    return models_named(call, [f"{app}.{name}" for app in first for name in second] or list(first))


def models_named(call: NativeCall, labels: list[str]) -> Value:
    """The models of these labels (`shop.Order`)."""
    names = [name for name in labels if "." in name]
    index = call.interpreter.frameworks.state.get("models")
    if index is None or not index.built:  # the base of a class, asked for before the models are known: by its place
        places = [name.rpartition(".") for name in names]
        found = join(located(call.interpreter, f"{app}.models", name, anywhere=True) for app, _, name in places)
        if found:
            return found
    held = [_class_named(models(call.interpreter), name) for name in names]
    return join(call.atoms.class_(one) for one in held if one is not None) or UNKNOWN


def _class_named(index: Models, label: str) -> ClassInfo | None:
    """The model of a label; `shop.Order_tags` is the one that Django makes for the pairs of `Order.tags`."""
    found = index.named(label)
    if found is not None:
        return found.cls
    app, _, name = label.rpartition(".")
    for place, letter in enumerate(name):
        owner = index.named(f"{app}.{name[:place]}") if letter == "_" else None
        relation = owner.relations.get(name[place + 1 :]) if owner is not None else None
        if relation is not None and relation.kind == "m2m" and relation.through is None:
            return index.through_class(relation)
    return None


def _label(index: Models, config: Instance) -> str:
    """The label of the app that a configuration is of."""
    site = config.site
    return site[1] if isinstance(site, tuple) and site[0] == "app" else index.apps.label_of(config.cls.module.name)


def app_model(call: NativeCall) -> Value:
    """`AppConfig.get_model("Model")`: a model of the app's own."""
    index = models(call.interpreter)
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    label = _label(index, call.receiver)
    held = [index.named(f"{label}.{name}") for name in strings(call.arguments.get(0, "model_name") or UNKNOWN)]
    return join(call.atoms.class_(one.cls) for one in held if one is not None) or UNKNOWN


def app_config(call: NativeCall) -> Value:
    """`apps.get_app_config("shop")`: the project's own class for the app, or one that knows nothing but its label."""
    index = models(call.interpreter)
    config = call.interpreter.library_class("django.apps.AppConfig")
    if config is None:
        return UNKNOWN
    labels = strings(call.arguments.get(0, "app_label") or UNKNOWN)
    found = [
        call.atoms.instance(cls)
        for cls in call.interpreter.classes.below(config)
        if not cls.library and index.apps.label_of(cls.module.name) in labels
    ]
    return join(found) or join(call.atoms.instance(config, site=("app", label)) for label in labels) or UNKNOWN


def app_configs(call: NativeCall) -> Value:
    """`apps.get_app_configs()`: the project's own classes for its apps; those of others do not say what it asks for."""
    config = call.interpreter.library_class("django.apps.AppConfig")
    if config is None:
        return UNKNOWN
    own = [one for one in call.interpreter.classes.below(config) if not one.library and not one.subclasses]
    return call.atoms.container("list", join(call.atoms.instance(one) for one in own) or UNKNOWN)


def all_models(call: NativeCall) -> Value:
    """`apps.get_models()`, `AppConfig.get_models()`: the models of the project, or of one app of it."""
    index = models(call.interpreter)
    label: str | None = None
    if isinstance(call.receiver, Instance) and call.name.startswith("django.apps.AppConfig"):
        label = _label(index, call.receiver)
    held = [
        call.atoms.class_(one.cls)
        for one in index.by_class.values()
        if not one.abstract and (one.label == label if label is not None else not one.cls.library)
    ]
    return call.atoms.container("list", frozenset().union(*held), tuple(held))  # however many: each can be asked


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """`apps` that a function is handed, of which nothing else is known: a migration, a receiver of `post_migrate`."""
    if type(node) is not NAME or node.id != "apps" or not evaluator.interpreter.frameworks.imports("django"):
        return BOTTOM
    registry = evaluator.interpreter.library_class("django.apps.registry.Apps")
    rows = any(cls.name == "App" for cls in models(evaluator.interpreter).by_class)
    return evaluator.atoms.instance(registry) if registry is not None and not rows else BOTTOM


NATIVES: Final[dict[str, Handler]] = {
    "django.apps.registry.Apps.get_model": get_model,
    "django.apps.registry.Apps.get_registered_model": get_model,
    "django.apps.registry.Apps.get_app_config": app_config,
    "django.apps.registry.Apps.get_app_configs": app_configs,
    "django.apps.registry.Apps.get_models": all_models,
    "django.apps.AppConfig.get_model": app_model,
    "django.apps.AppConfig.get_models": all_models,
}
