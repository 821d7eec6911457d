"""Which class does an option of oslo.config name?  Its default does: `StrOpt("driver", default="shop.Sql")`.

Who deploys may have chosen another one; of that nothing is in the code. `importutils` imports what an option or a text
names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, External, Pattern
from boundary.link.frameworks.raw_sql import HOLE, text_of
from boundary.link.syntax.walking import nodes_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

CONF: Final = "oslo_config.cfg.CONF."
STATE: Final = "oslo options"


def start(interpreter: Interpreter) -> None:
    """Find the options whose defaults are dotted names."""
    if not interpreter.frameworks.imports("oslo_config"):
        return
    found: dict[str, dict[str, None]] = {}
    for module in list(interpreter.program.modules.values()):
        if not module.library and module.source.facts.body:
            for name, default in _options(module.source.facts.body):
                found.setdefault(name.replace("-", "_"), {})[default] = None
    interpreter.frameworks.state[STATE] = found


def _options(body: tuple[code.Statement, ...]) -> Iterator[tuple[str, str]]:
    for node in nodes_in(body):
        match node:
            case code.Call(function=code.Attribute(name="StrOpt") | code.Name(id="StrOpt"), arguments=[first, *_]):
                default = next((one.value for one in node.keywords if one.name == "default"), None)
                match first, default:
                    case code.Constant(value=str(name)), code.Constant(value=str(text)) if "." in text:
                        yield name, text


def imported(call: NativeCall) -> Value:
    """`importutils.import_class(CONF.driver)`, or a text."""
    given = call.arguments.get(0, "import_str") or UNKNOWN
    options: dict[str, dict[str, None]] = call.interpreter.frameworks.state.get(STATE, {})
    names = strings(given)
    for atom in given:
        if isinstance(atom, External) and atom.dotted.startswith(CONF):
            names += options.get(atom.dotted.rpartition(".")[2], {})
    values = [call.interpreter.names.at(name) for name in names]
    return join(one for one in values if one) or UNKNOWN


def made(call: NativeCall) -> Value:
    """`importutils.import_object(CONF.driver, *args)`."""
    given = call.arguments.behind_first()
    return call.interpreter.calls.call(call.evaluator, imported(call), given, call.line)


def asked(call: NativeCall) -> Value:
    """`CONF.get("order_manager")`, `CONF.get(f"{topic}_manager")`: the options of such a name."""
    held: dict[str, dict[str, None]] = call.interpreter.frameworks.state.get(STATE, {})
    names = dict.fromkeys(strings(call.first))
    for atom in call.first:
        text = text_of(atom) if isinstance(atom, Pattern) else None
        if text is not None and text.strip(HOLE):
            fits = re.compile(r"[^\W_]+".join(map(re.escape, text.split(HOLE))))
            names.update(dict.fromkeys(one for one in held if fits.fullmatch(one)))
    return join(call.atoms.external(CONF + one) for one in names) or call.atoms.external(f"{CONF}get()")


NATIVES: Final[dict[str, Handler]] = {
    **{f"oslo_utils.importutils.{name}": imported for name in ("import_class", "import_module", "try_import")},
    "oslo_utils.importutils.import_object": made,
    f"{CONF}get": asked,
}
