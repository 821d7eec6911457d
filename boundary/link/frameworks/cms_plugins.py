"""Which plugin does `add_plugin` of django CMS add?  The one whose class is called so, or that it is given.

    add_plugin(placeholder, "OrderPlugin", "en", order=order)

Its model has a row of its own, below that of all plugins. Of a plugin of another package the latter alone is told;
where it is not known which one is added, that is a blind spot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, by_age
from boundary.link.frameworks.django.installed import texts_of_settings

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

PLUGIN: Final = "cms.plugin_base.CMSPluginBase"
MODULE: Final = "cms_plugins"
PACKAGED: Final = "plugins of packages"
UNNAMED: Final = "a plugin of a kind that is not known"
ROW: Final = "cms.models.pluginmodel.CMSPlugin"
PLACED: Final = ("placeholder", "plugin_type", "language", "position", "target")
"""The parameters of `add_plugin`; what else it is given are columns of the plugin."""


def added(call: NativeCall) -> Value:
    """`add_plugin(placeholder, plugin_type, language, **data)`: the row that it makes."""
    interpreter, evaluator = call.interpreter, call.evaluator
    kind = call.arguments.get(1, "plugin_type") or UNKNOWN
    plugins = _plugins(call, kind)
    if not plugins and not strings(kind):
        evaluator.blind(call.line, UNNAMED)
    models = join(interpreter.attributes.get(evaluator, one, "model", call.line) for one in plugins)
    if not any(isinstance(one, ClassAtom) for one in models):
        row = interpreter.library_class(ROW)
        models = call.atoms.class_(row) if row is not None else BOTTOM
    given = {name: value for name, value in call.arguments.keywords.items() if name not in PLACED}
    given["placeholder"] = call.arguments.get(0, "placeholder") or UNKNOWN
    made: list[Value] = []
    for model in by_age(models):
        method = interpreter.attributes.get(evaluator, model.alone, "__added__", call.line)
        made.append(interpreter.calls.call(evaluator, method, Arguments((), given), call.line))
    return join(made) or UNKNOWN


def _plugins(call: NativeCall, kind: Value) -> list[Value]:
    """The classes of plugins that a text names, or that are given themselves."""
    found: list[Value] = [one.alone for one in by_age(kind) if isinstance(one, ClassAtom)]
    names = set(strings(kind))
    if names:
        _load_packaged(call.interpreter)
    called = [cls for cls in call.interpreter.program.classes if cls.name in names] if names else []
    found += [call.atoms.class_(cls) for cls in called if call.interpreter.classes.is_subclass(cls, PLUGIN)]
    return found


def _load_packaged(interpreter: Interpreter) -> None:
    """Define the plugins of the packages that the settings list, as django CMS imports the `cms_plugins` of each."""
    if PACKAGED in interpreter.frameworks.state:
        return
    interpreter.frameworks.state[PACKAGED] = True
    for name in sorted({text.partition(".")[0] for text in texts_of_settings(interpreter)}):
        module = interpreter.find_module(f"{name}.{MODULE}")
        if module is not None and module.library:
            for one in list(module.bindings):
                interpreter.names.member(module, one)


NATIVES: Final[dict[str, Handler]] = {"cms.api.add_plugin": added}
