"""What does `settings.NAME` hold?  Django's settings modules, and the classes and models that strings name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Constant, Container, Function, Instance, Pattern, Wrapped
from boundary.link.frameworks.django.settable import default_of
from boundary.link.frameworks.django.starred_settings import put_together
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.split_settings import included
from boundary.link.members import containers
from boundary.link.syntax.kinds import IF, NAME
from boundary.link.syntax.scopes import bindings_of, blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.domain.atoms import Atoms
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.model import code

OWN: Final = frozenset({"__name__", "__package__"})
"""How a module names itself, and its package."""
MOST_FITTING: Final = 8
"""Where more modules fit a name with holes, any of them may be meant, and none is believed."""
EAGER: Final = frozenset({"CELERY_TASK_ALWAYS_EAGER", "CELERY_ALWAYS_EAGER"})
"""Set where tests run tasks in place. That a queue runs them is what is believed of tasks everywhere."""
DEFAULTS: Final[dict[str, str | bool | None]] = {
    "ACCOUNT_SIGNUP_FORM_CLASS": None,
    "AUTH_USER_MODEL": "auth.User",
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "SESSION_ENGINE": "django.contrib.sessions.backends.db",
    "AUDITLOG_INCLUDE_ALL_MODELS": False,
    "AUDITLOG_INCLUDE_TRACKING_MODELS": None,
    "AUDITLOG_EXCLUDE_TRACKING_MODELS": None,
    "COMMENTS_APP": "django_comments",
    "DJOSER": None,
    "ELASTICSEARCH_DSL_SIGNAL_PROCESSOR": "django_elasticsearch_dsl.signals.RealTimeSignalProcessor",
    "HAYSTACK_SIGNAL_PROCESSOR": "haystack.signals.BaseSignalProcessor",
    "KNOX_TOKEN_MODEL": None,
    "POST_OFFICE": None,
    "SIMPLE_JWT": None,
    "SOCIALACCOUNT_STORE_TOKENS": False,
    "WAFFLE_CREATE_MISSING_FLAGS": False,
    "WAFFLE_CREATE_MISSING_SAMPLES": False,
    "WAFFLE_CREATE_MISSING_SWITCHES": False,
    "WAFFLE_FLAG_MODEL": None,
    "WAFFLE_SAMPLE_MODEL": None,
    "WAFFLE_SWITCH_MODEL": None,
}

REST: Final = "REST_FRAMEWORK"
REST_DEFAULT: Final = "NON_FIELD_ERRORS_KEY", "non_field_errors"
"""What is in it where a project sets none: a key that says nothing of any table, so that the others are not there."""


def settings_modules(interpreter: Interpreter) -> list[ModuleInfo]:
    """The project's settings modules: those that install apps or are called settings, and those that they include.

    So are those of a library that they begin with (`from frame.conf.base import *`), where the environment is given.
    """
    held = interpreter.frameworks.state.get("settings modules")
    if held is None:
        held = [
            module
            for module in list(interpreter.program.modules.values())
            if not module.library
            and (
                "INSTALLED_APPS" in module.bindings
                or "ROOT_URLCONF" in module.bindings
                or (is_settings(module.name) and "AUTH_USER_MODEL" in module.bindings)
                or (is_settings(module.name) and "DATABASES" in module.bindings)
            )
        ]
        interpreter.frameworks.state["settings modules"] = held
        held.extend(one for one in included(interpreter) if one not in held)
        held.extend(put_together(interpreter, held))
        of_libraries = [one for module in held for one in taken_from(interpreter, module, set())]
        held.extend(one for one in dict.fromkeys(of_libraries) if one not in held)
    return held


def taken_from(interpreter: Interpreter, module: ModuleInfo, seen: set[str]) -> Iterator[ModuleInfo]:
    """The modules of libraries of which a module takes everything by a star, and those of which these do."""
    for statement in module.stars:
        source = interpreter.find_module(interpreter.names.absolute(module, statement.level, statement.module))
        if source is not None and source.library and source.name not in seen:
            seen.add(source.name)
            yield source
            yield from taken_from(interpreter, source, seen)


def settings_classes(interpreter: Interpreter) -> list[ClassInfo]:
    """Settings that are written as classes: those in a settings module that install apps, as far as none is below."""
    held: list[ClassInfo] | None = interpreter.frameworks.state.get("settings classes")
    if held is None:
        held = [
            cls
            for cls in interpreter.program.classes
            if not cls.library
            and is_settings(cls.module.name)
            and any("INSTALLED_APPS" in one.bindings for one in interpreter.classes.mro(cls))
        ]
        interpreter.frameworks.state["settings classes"] = held
    return held


def _in_class(interpreter: Interpreter, cls: ClassInfo, name: str) -> Value:
    """What a class says outright: a property is computed from what is set when the program runs.

    Of `values.Value("shop.User")` of django-configurations that is the default.
    """
    held = [one for one in interpreter.classes.lookup(cls, name)[1] if not isinstance(one, (Wrapped, Function))]
    return join(default_of(one) or one.alone for one in held)


def _open(atoms: Atoms, value: Value) -> Value:
    """A flag or number is what one deployment has set, tests and others set another: it decides no branch.

    A text stays what it is, since it names a class, a database or a file. The same goes for what a dict holds.
    """
    if all(isinstance(one, Constant) and not (one.value and isinstance(one.value, str)) for one in value):
        return value | UNKNOWN
    return join(_opened(atoms, one) for one in value)


def _opened(atoms: Atoms, atom: Atom) -> Value:
    if not isinstance(atom, Container) or atom.kind != "dict" or not atom.entries:
        return atom.alone
    entries = tuple((key, _open(atoms, held)) for key, held in atom.entries)
    return atoms.container("dict", frozenset().union(*(held for _, held in entries)), entries)


def is_settings(name: str) -> bool:
    """Whether a module is called settings, or lies in a package that is."""
    return any("settings" in part for part in name.split(".")[-2:])


def setting(interpreter: Interpreter, name: str) -> Value:
    """What a setting may hold, over all settings modules."""
    found = [interpreter.names.value(module, name) for module in settings_modules(interpreter)]
    found.extend(_in_class(interpreter, cls, name) for cls in settings_classes(interpreter))
    found = [value for value in found if value]
    if found:
        if name in DEFAULTS and not is_always_set(interpreter, name):
            found.append(interpreter.atoms.constant(DEFAULTS[name]))
        return _open(interpreter.atoms, join(found))
    if name == REST:
        key, text = REST_DEFAULT
        held = interpreter.atoms.constant(text)
        return interpreter.atoms.container("dict", held, ((key, held),))
    return interpreter.atoms.constant(DEFAULTS[name]) if name in DEFAULTS else BOTTOM


def is_always_set(interpreter: Interpreter, name: str) -> bool:
    """Whether a settings module or class sets a name whatever else is set: one in an `if` leaves Django's own value."""
    modules = [one for one in settings_modules(interpreter) if name in one.bindings]
    return not modules or any(_sets(module.body, name) for module in modules)


def _sets(body: tuple[code.Statement, ...], name: str) -> bool:
    """Whether a block binds a name whichever branches are taken."""
    return any(
        all(_sets(block, name) for block in blocks(one)) if type(one) is IF else name in bindings_of([one])[0]
        for one in body
    )


class SettingsHook(Hook):
    """`django.conf.settings`."""

    base = "django.conf.LazySettings"

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """One setting, with what code has put there: `settings.ACTIONS[name] = action`."""
        del line
        if name in EAGER:
            return evaluator.atoms.constant(value=False)
        kept = evaluator.interpreter.read_attribute(atom.cells, name, evaluator.context)
        return join((setting(evaluator.interpreter, name), kept)) or UNKNOWN


def import_string(call: NativeCall) -> Value:
    """`import_string("package.module.Name")`."""
    named = strings(call.arguments.get(0, "dotted_path") or UNKNOWN)
    return join(call.interpreter.names.at(dotted) or BOTTOM for dotted in named) or UNKNOWN


def import_module(call: NativeCall) -> Value:
    """`importlib.import_module("package.module")`, `import_module(".module", "package")`."""
    names = strings(call.arguments.get(0, "name") or UNKNOWN)
    packages = _packages(call) if any(one.startswith(".") for one in names) else []
    found = [absolute(name, package) for name in names for package in (packages if name.startswith(".") else [""])]
    found.extend(_fitting(call))
    return join(call.interpreter.names.imported(name) for name in found) or UNKNOWN


def _packages(call: NativeCall) -> list[str]:
    """The package that a relative name begins in: as it is told, or by `__name__` and `__package__` its own."""
    told = strings(call.arguments.get(1, "package") or BOTTOM)
    written = call.evaluator.calling.arguments[1:2] if call.evaluator.calling is not None else ()
    names = [one.id for one in written if type(one) is NAME]
    module = call.evaluator.module
    own = [{"__name__": module.name, "__package__": module.package}[name] for name in names if name in OWN]
    return list(told) or own


def _fitting(call: NativeCall) -> list[str]:
    """The modules of a package that fit a name with holes: `import_module(f"shop.actions.{kind}")`."""
    found: list[str] = []
    for atom in call.first:
        if not isinstance(atom, Pattern) or not atom.pieces[0] or "." not in atom.pieces[0]:
            continue
        spelled = "".join("[^.]+" if piece is None else re.escape(piece) for piece in atom.pieces)
        begins = [""]
        if atom.pieces[0].startswith("."):
            begins = [re.escape(one) for one in _packages(call)]
        expression = re.compile("|".join(f"{begin}{spelled}" for begin in begins) or "(?!)")
        modules = call.interpreter.program.modules.values()
        fitting = [one.name for one in modules if not one.library and expression.fullmatch(one.name)]
        found.extend(fitting if len(fitting) <= MOST_FITTING else ())
    return found


def absolute(name: str, package: str) -> str:
    """The dotted name of a module that is named from within a package."""
    bare = name.lstrip(".")
    above = len(name) - len(bare)
    return ".".join([*package.split(".")[: len(package.split(".")) - above + 1], bare]) if above else name


def outer_module(call: NativeCall) -> Value:
    """`__import__("package.module")`: the outermost package, unless names are asked of the innermost."""
    names = strings(call.arguments.get(0, "name") or UNKNOWN)
    inner = call.arguments.get(3, "fromlist") is not None
    found = call.interpreter.names.imported
    return join(found(name if inner else name.partition(".")[0]) for name in names) or UNKNOWN


def get_class(call: NativeCall) -> Value:
    """`get_class("app.module", "Name")`: a class looked up by the end of its module's name."""
    modules = strings(call.arguments.get(0, "module_label") or UNKNOWN)
    names = strings(call.arguments.get(1, "classname") or UNKNOWN)
    return join(_found(call, module, name) for module in modules for name in names) or UNKNOWN


def get_classes(call: NativeCall) -> Value:
    """`get_classes("app.module", ["A", "B"])`: several of them."""
    modules = strings(call.arguments.get(0, "module_label") or UNKNOWN)
    members = containers.members(call.arguments.get(1, "classnames") or UNKNOWN)
    if not modules or members is None:
        return UNKNOWN
    values = [join(_found(call, modules[0], name) for name in strings(member)) or UNKNOWN for member in members]
    return containers.make(call.evaluator, "list", values)


def _found(call: NativeCall, label: str, name: str) -> Value:
    """The project's own class, or the one that it leaves as it is in a library whose apps it extends."""
    own = located(call.interpreter, label, name)
    if own or "." not in label:
        return own
    beside = call.evaluator.module.name if call.evaluator.module.library else ""
    apps = [text for atom in setting(call.interpreter, "INSTALLED_APPS") for text in _texts(atom)]
    around = dict.fromkeys(one.rpartition(".")[0] for one in (*_above(beside), *apps))
    for package in around:
        module = call.interpreter.find_module(f"{package}.{label}") if package else None
        if module is not None and module.library and name in module.bindings:
            return call.interpreter.names.value(module, name)
    return BOTTOM


def _above(module: str) -> Iterator[str]:
    """A module, and the packages around it, the innermost first."""
    while module:
        yield module
        module = module.rpartition(".")[0]


def _texts(atom: Atom) -> list[str]:
    """The texts in one setting that is a list of them."""
    members = containers.members(atom.alone)
    return [text for one in (members if members is not None else ()) for text in strings(one)]


def located(interpreter: Interpreter, label: str, name: str, *, anywhere: bool = False) -> Value:
    """The object called `name` in the module whose dotted name ends with `label`; `anywhere`: in a library's, too."""
    index = interpreter.frameworks.state.get("modules by end")
    if index is None:
        index = {}
        for module in list(interpreter.program.modules.values()):
            parts = module.name.split(".")
            for start in range(len(parts)):
                index.setdefault(".".join(parts[start:]), []).append(module)
        interpreter.frameworks.state["modules by end"] = index
    named = [one for one in index.get(label, ()) if name in one.bindings or one.stars]
    own = [one for one in named if not one.library]
    found = [interpreter.names.value(module, name) for module in own or (named if anywhere else ())]
    return join(value for value in found if value)


HOOKS: Final = (SettingsHook(),)
NATIVES: Final = {
    "django.utils.module_loading.import_string": import_string,
    "importlib.import_module": import_module,
    "builtins.__import__": outer_module,
}
