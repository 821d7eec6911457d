"""Which apps of Django are installed, and of which app are the models of a module?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, ClassAtom
from boundary.link.frameworks.django.labels import left_out
from boundary.link.frameworks.django.settings import setting, settings_modules
from boundary.link.members import containers
from boundary.link.syntax.kinds import ASSIGN, CLASS, DISPLAY, STARRED
from boundary.link.syntax.walking import texts_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

APP_CONFIG: Final = "django.apps.AppConfig"
USUAL_APPS: Final = tuple(f"django.contrib.{name}" for name in ("auth", "contenttypes", "sessions", "sites", "admin"))


class Apps:
    """The apps that settings install, and the labels of those that the project configures."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._classes = interpreter.classes
        self._labels: list[tuple[str, str]] = []
        self._installed: list[str] = []
        self._others = True

    def find(self) -> None:
        """Read the settings, and the classes of configuration."""
        self._installed = self._installed_apps()
        # an app inside another app's package has a label of its own, with or without an `AppConfig`
        labels = {
            name: name.rpartition(".")[2] for name in self._installed if name in self._interpreter.program.modules
        }
        labels.update(self._labelled())
        self._labels = sorted(labels.items(), key=lambda one: -len(one[0]))

    def label_of(self, module: str) -> str:
        """The app label of a module: its `AppConfig`'s, else the name of the package that holds its models."""
        parts = module.split(".")
        for name, label in self._labels:
            if module == name or module.startswith(f"{name}."):
                return left_out(self._interpreter, name, module) or label
        for index, part in enumerate(parts):
            if part in {"models", "abstract_models"} and index:
                return parts[index - 1]
        return parts[-2] if len(parts) > 1 else parts[0]

    def _labelled(self) -> Iterator[tuple[str, str]]:
        for cls in (*self._configuring(), *list(self._interpreter.program.classes)):
            if cls.dotted != APP_CONFIG and self._classes.is_subclass(cls, APP_CONFIG):
                names = strings(self._classes.lookup(cls, "name")[1])
                labels = strings(self._classes.lookup(cls, "label")[1])
                if names:
                    yield names[0], labels[0] if labels else names[0].rpartition(".")[2]

    def _configuring(self) -> Iterator[ClassInfo]:
        """The classes in the `apps` modules of installed apps whose sources are in the environment."""
        for app in self._installed:
            module = self._interpreter.find_module(f"{app.partition('.apps.')[0]}.apps")
            if module is not None and module.environment:
                for name, held in module.bindings.items():
                    if any(type(one.statement) is CLASS for one in held):
                        for atom in self._interpreter.names.value(module, name):
                            if isinstance(atom, ClassAtom):
                                yield atom.cls

    def _installed_apps(self) -> list[str]:
        found: list[str] = []
        self._others = False
        for atom in setting(self._interpreter, "INSTALLED_APPS"):
            held = atom.alone
            members = containers.members(held)
            parts = members if members is not None else [getattr(atom, "element", BOTTOM)]
            found.extend(text for part in parts for text in strings(part))
            if members is None:  # a long list, or one that is added to
                self._others = not self._is_listed()
                found.extend(self._written())
        return [*found, *self._configured(found)]

    def _is_listed(self) -> bool:
        """Whether the settings have a list of all apps, however long."""
        written = [one.value for one in self._statements() if type(one) is ASSIGN]
        return any(type(one) is DISPLAY and STARRED not in set(map(type, one.items)) for one in written)

    def _written(self) -> Iterator[str]:
        """The apps that the settings name where they add to a list that is not known (`INSTALLED_APPS + [...]`)."""
        for statement in self._statements():
            yield from texts_in((statement,))

    def _statements(self) -> list[code.Node]:
        """Where the settings say which apps are installed."""
        modules = settings_modules(self._interpreter)
        return [binding.statement for module in modules for binding in module.bindings.get("INSTALLED_APPS", ())]

    def _configured(self, installed: list[str]) -> list[str]:
        """The apps behind those that are installed by a class of the project's own (`shop.apps.OwnAdminConfig`)."""
        wanted = set(installed)
        by_name = {cls.dotted: cls for cls in self._interpreter.program.classes if cls.dotted in wanted}
        found: list[str] = []
        for cls in by_name.values():
            found.extend(strings(self._classes.lookup(cls, "name")[1]))
        return found

    def has(self, module: str) -> bool:
        """Whether a library's models have tables here: its app is installed, or may be and usually is."""
        if (self._others or not self._installed) and module.startswith(USUAL_APPS):
            return True
        return any(_holds(app.rpartition(".apps.")[0] or app, module) for app in self._installed)


def _holds(app: str, module: str) -> bool:
    """Whether a module is an app's: `wagtail.images.models` is of an app of its own inside the one called `wagtail`."""
    within = module.removeprefix(f"{app}.")
    return module == app or (within != module and "models" not in within.split(".")[1:])
