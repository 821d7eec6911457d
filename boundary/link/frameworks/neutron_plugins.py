"""Which plug-in does Neutron's directory have under an alias?  Whose class says that it is of this type.

`directory.get_plugin("L3_ROUTER_NAT")` gives one of the service plug-ins whose `get_plugin_type` returns that, and
`directory.get_plugin()` the core plug-in, one of those that the packaging offers under `neutron.core_plugins`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

SERVICE: Final = "neutron_lib.services.base.ServicePluginBase"
STATE: Final = "neutron plugins"
CORE: Final = "CORE"
CORES: Final = "neutron.core_plugins"


def start(interpreter: Interpreter) -> None:
    """Ask each class of a service plug-in for its type; of one that inherits it, its base stands for both."""
    if not interpreter.frameworks.imports("neutron_lib"):
        return
    found: dict[str, list[Value]] = {}
    for cls in list(interpreter.program.classes):
        if cls.library or cls.closure is not None or "get_plugin_type" not in cls.bindings:
            continue
        if interpreter.classes.is_subclass(cls, SERVICE):
            evaluator = interpreter.module_evaluator(cls.module)
            plugin = interpreter.atoms.instance(cls, exact=False)
            method = interpreter.attributes.get(evaluator, plugin, "get_plugin_type", cls.line)
            for alias in strings(interpreter.calls.call(evaluator, method, Arguments(), cls.line)):
                found.setdefault(alias, []).append(plugin)
    interpreter.frameworks.state[STATE] = {alias: join(plugins) for alias, plugins in found.items()}


def plugin_of(call: NativeCall) -> Value:
    """`directory.get_plugin(alias)`: a plug-in, or None where it is not in use."""
    given = call.arguments.get(0, "alias")
    aliases = [CORE] if given is None else strings(given)
    services: dict[str, Value] = call.interpreter.frameworks.state.get(STATE, {})
    found = [services[alias] for alias in aliases if alias in services]
    if CORE in aliases:
        found += _cores(call)
    return join(found) | call.atoms.none if found else UNKNOWN


def _cores(call: NativeCall) -> list[Value]:
    offered = call.interpreter.frameworks.state.get("plugins", {}).get(CORES, {})
    values = [call.interpreter.names.at(dotted) for dotted in offered.values()]
    return [
        call.atoms.instance(atom.cls, exact=False)
        for value in values
        for atom in value or ()
        if isinstance(atom, ClassAtom)
    ]


NATIVES: Final[dict[str, Handler]] = {"neutron_lib.plugins.directory.get_plugin": plugin_of}
