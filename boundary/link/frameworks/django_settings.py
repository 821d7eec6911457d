"""What does `settings.NAME` hold?  Django's settings modules, and the classes and models that strings name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link import containers
from boundary.link.frameworks.protocol import Hook
from boundary.link.values import BOTTOM, UNKNOWN, Constant, Container, Function, Instance, Wrapped, join, strings

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo, ModuleInfo
    from boundary.link.values import Atom, Atoms, Value

DEFAULTS = {"AUTH_USER_MODEL": "auth.User", "SESSION_ENGINE": "django.contrib.sessions.backends.db"}


def settings_modules(interpreter: Interpreter) -> list[ModuleInfo]:
    """The project's settings modules: those that install apps or are called settings."""
    held = interpreter.frameworks.state.get("settings modules")
    if held is None:
        held = [
            module
            for module in list(interpreter.program.modules.values())
            if not module.library
            and (
                "INSTALLED_APPS" in module.bindings
                or "ROOT_URLCONF" in module.bindings
                or (_is_settings(module.name) and "AUTH_USER_MODEL" in module.bindings)
                or (_is_settings(module.name) and "DATABASES" in module.bindings)
            )
        ]
        interpreter.frameworks.state["settings modules"] = held
    return held


def settings_classes(interpreter: Interpreter) -> list[ClassInfo]:
    """Settings that are written as classes: those in a settings module that install apps, as far as none is below."""
    held: list[ClassInfo] | None = interpreter.frameworks.state.get("settings classes")
    if held is None:
        held = [
            cls
            for cls in interpreter.program.classes
            if not cls.library
            and _is_settings(cls.module.name)
            and any("INSTALLED_APPS" in one.bindings for one in interpreter.classes.mro(cls))
        ]
        interpreter.frameworks.state["settings classes"] = held
    return held


def _plain(value: Value) -> Value:
    """What a class says outright: a property is computed from what is set when the program runs."""
    return frozenset(one for one in value if not isinstance(one, (Wrapped, Function)))


def _open(atoms: Atoms, value: Value) -> Value:
    """A flag or number is what one deployment has set, tests and others set another: it decides no branch.

    A text stays what it is, since it names a class, a database or a file. The same goes for what a dict holds.
    """
    if all(isinstance(one, Constant) and not (one.value and isinstance(one.value, str)) for one in value):
        return value | UNKNOWN
    return join(_opened(atoms, one) for one in value)


def _opened(atoms: Atoms, atom: Atom) -> Value:
    if not isinstance(atom, Container) or atom.kind != "dict" or not atom.entries:
        return frozenset((atom,))
    entries = tuple((key, _open(atoms, held)) for key, held in atom.entries)
    return atoms.container("dict", frozenset().union(*(held for _, held in entries)), entries)


def _is_settings(name: str) -> bool:
    return any("settings" in part for part in name.split(".")[-2:])


def setting(interpreter: Interpreter, name: str) -> Value:
    """What a setting may hold, over all settings modules."""
    found = [interpreter.names.value(module, name) for module in settings_modules(interpreter)]
    found.extend(_plain(interpreter.classes.lookup(cls, name)[1]) for cls in settings_classes(interpreter))
    found = [value for value in found if value]
    if found:
        return _open(interpreter.atoms, join(found))
    return interpreter.atoms.constant(DEFAULTS[name]) if name in DEFAULTS else BOTTOM


class SettingsHook(Hook):
    """`django.conf.settings`."""

    base = "django.conf.LazySettings"

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """One setting."""
        del atom, line
        return setting(evaluator.interpreter, name) or UNKNOWN


def import_string(call: NativeCall) -> Value:
    """`import_string("package.module.Name")`."""
    found: list[Value] = []
    for dotted in strings(call.arguments.get(0, "dotted_path") or UNKNOWN):
        module, _, name = dotted.rpartition(".")
        source = call.interpreter.find_module(module)
        if source is not None:
            found.append(call.interpreter.names.member(source, name))
    return join(found) or UNKNOWN


def import_module(call: NativeCall) -> Value:
    """`importlib.import_module("package.module")`."""
    names = strings(call.arguments.get(0, "name") or UNKNOWN)
    return join(call.interpreter.names.imported(name) for name in names) or UNKNOWN


def outer_module(call: NativeCall) -> Value:
    """`__import__("package.module")`: the outermost package, unless names are asked of the innermost."""
    names = strings(call.arguments.get(0, "name") or UNKNOWN)
    inner = call.arguments.get(3, "fromlist") is not None
    found = call.interpreter.names.imported
    return join(found(name if inner else name.partition(".")[0]) for name in names) or UNKNOWN


def get_model(call: NativeCall) -> Value:
    """`get_model("app", "Model")`, `get_model("app.Model")`, `apps.get_model(...)`, wherever a project defines it."""
    from boundary.link.frameworks.django_models import models  # noqa: PLC0415 - a sibling that needs this file

    first = strings(call.arguments.get(0, "app_label") or UNKNOWN)
    second = strings(call.arguments.get(1, "model_name") or BOTTOM)
    names = [f"{app}.{name}" for app in first for name in second] or [name for name in first if "." in name]
    index = call.interpreter.frameworks.state.get("models")
    if index is None or not index.built:  # the base of a class, asked for before the models are known: by its place
        found = join(located(call.interpreter, f"{app}.models", name) for app in first for name in second)
        if found:
            return found
    held = [models(call.interpreter).named(name) for name in names]
    return join(call.atoms.class_(one.cls) for one in held if one is not None) or UNKNOWN


def app_model(call: NativeCall) -> Value:
    """`AppConfig.get_model("Model")`: a model of the app's own."""
    from boundary.link.frameworks.django_models import models  # noqa: PLC0415 - a sibling that needs this file

    index = models(call.interpreter)
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    site = call.receiver.site
    label = site[1] if isinstance(site, tuple) and site[0] == "app" else index.label_of(call.receiver.cls.module.name)
    held = [index.named(f"{label}.{name}") for name in strings(call.arguments.get(0, "model_name") or UNKNOWN)]
    return join(call.atoms.class_(one.cls) for one in held if one is not None) or UNKNOWN


def app_config(call: NativeCall) -> Value:
    """`apps.get_app_config("shop")`: the project's own class for the app, or one that knows nothing but its label."""
    from boundary.link.frameworks.django_models import models  # noqa: PLC0415 - as above

    index = models(call.interpreter)
    config = call.interpreter.library_class("django.apps.AppConfig")
    if config is None:
        return UNKNOWN
    labels = strings(call.first)
    found = [
        call.atoms.instance(cls)
        for cls in call.interpreter.classes.below(config)
        if not cls.library and index.label_of(cls.module.name) in labels
    ]
    return join(found) or join(call.atoms.instance(config, site=("app", label)) for label in labels) or UNKNOWN


def all_models(call: NativeCall) -> Value:
    """`apps.get_models()`, `AppConfig.get_models()`: the models of the project, or of one app of it."""
    from boundary.link.frameworks.django_models import models  # noqa: PLC0415 - as above

    index = models(call.interpreter)
    label: str | None = None
    if isinstance(call.receiver, Instance) and call.name.startswith("django.apps.AppConfig"):
        site = call.receiver.site
        own = isinstance(site, tuple) and site[0] == "app"
        label = site[1] if own else index.label_of(call.receiver.cls.module.name)  # type: ignore[index]
    held = [
        call.atoms.class_(one.cls)
        for one in index.by_class.values()
        if not one.abstract and (one.label == label if label is not None else not one.cls.library)
    ]
    return containers.make(call.evaluator, "list", held)


def get_class(call: NativeCall) -> Value:
    """`get_class("app.module", "Name")`: a class looked up by the end of its module's name."""
    modules = strings(call.arguments.get(0, "module_label") or UNKNOWN)
    names = strings(call.arguments.get(1, "classname") or UNKNOWN)
    return join(located(call.interpreter, module, name) for module in modules for name in names) or UNKNOWN


def get_classes(call: NativeCall) -> Value:
    """`get_classes("app.module", ["A", "B"])`: several of them."""
    modules = strings(call.arguments.get(0, "module_label") or UNKNOWN)
    members = containers.members(call.arguments.get(1, "classnames") or UNKNOWN)
    if not modules or members is None:
        return UNKNOWN
    values = [
        join(located(call.interpreter, modules[0], name) for name in strings(member)) or UNKNOWN for member in members
    ]
    return containers.make(call.evaluator, "list", values)


def located(interpreter: Interpreter, label: str, name: str) -> Value:
    """The object called `name` in the module whose dotted name ends with `label`."""
    index = interpreter.frameworks.state.get("modules by end")
    if index is None:
        index = {}
        for module in list(interpreter.program.modules.values()):
            parts = module.name.split(".")
            for start in range(len(parts)):
                index.setdefault(".".join(parts[start:]), []).append(module)
        interpreter.frameworks.state["modules by end"] = index
    found = [
        interpreter.names.value(module, name)
        for module in index.get(label, ())
        if not module.library and (name in module.bindings or module.stars)
    ]
    return join(value for value in found if value)


HOOKS = (SettingsHook(),)
NATIVES = {
    "django.utils.module_loading.import_string": import_string,
    "importlib.import_module": import_module,
    "builtins.__import__": outer_module,
    "django.apps.registry.Apps.get_model": get_model,
    "django.apps.registry.Apps.get_app_config": app_config,
    "django.apps.registry.Apps.get_models": all_models,
    "django.apps.AppConfig.get_model": app_model,
    "django.apps.AppConfig.get_models": all_models,
}
