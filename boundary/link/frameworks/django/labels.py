"""Which app do models belong to whose package lies in that of another app, and that no settings at hand install?

`shop.billing.models`, installed by settings that are not read (those of tests, of one deployment), is an app of its own
where `shop` is one, too, whose own models take nothing from there. What `shop.models` imports is that app's, and so is
what stands anywhere in an app that has no such module. An app that keeps its models in folders of their own, as those
show which `shop.models` imports, has others there that only its pages of the admin or its views import: a folder with
neither `apps` nor `migrations` is no app of its own then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.evaluator.interpreter import Interpreter


def left_out(interpreter: Interpreter, app: str, module: str) -> str | None:
    """The label of the app that a module of models is of inside the package of `app`; None where it is that app's."""
    parts = module.split(".")
    inside = parts[app.count(".") + 1 :]
    if "models" not in inside[1:]:
        return None
    place = len(parts) - len(inside) + inside.index("models", 1)
    package = ".".join(parts[:place])
    own = [one for name, one in interpreter.program.modules.items() if f"{name}.".startswith(f"{app}.models.")]
    taken = [one for held in own for one in _imported(interpreter, held)]
    if not own or any(f"{one}.".startswith(f"{package}.") for one in taken):
        return None
    if any(_in_folder(app, one) for one in taken) and not any(
        interpreter.find_module(f"{package}.{name}") for name in ("apps", "migrations")
    ):
        return None
    return parts[place - 1]


def _in_folder(app: str, name: str) -> bool:
    """Whether a name is of models that an app keeps in a folder of its own: `shop.billing.models`."""
    inside = name.removeprefix(f"{app}.").split(".") if name.startswith(f"{app}.") else []
    return "models" in inside[1:]


def _imported(interpreter: Interpreter, module: ModuleInfo) -> Iterator[str]:
    """The dotted names that a module imports."""
    statements = [held.statement for bindings in module.bindings.values() for held in bindings]
    for statement in (*statements, *module.stars):
        match statement:
            case code.Import(names=names):
                yield from (one.name for one in names)
            case code.ImportFrom(module=name, level=level, names=names):
                base = interpreter.names.absolute(module, level, name)
                yield from (f"{base}.{one.name}" for one in names)
