"""Which functions does a signal call that is a package's, whose source is not read?  What is connected to it.

    @user_looked_up.connect                # also `@user_looked_up.connect_via(app)`, `user_looked_up.connect(load)`
    def load(sender, user): ...

Extensions of Flask send such signals of blinker, and interfaces those of what their users do.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import functions_in

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator

CONNECTS: Final = (".connect", ".connect_via()")


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """Functions that are connected are entry points; the package's own rules go on."""
    del line
    package = atom.dotted.partition(".")[0]
    if arguments.positional and atom.dotted.endswith(CONNECTS) and package not in sys.stdlib_module_names:
        entries = evaluator.interpreter.frameworks.state.setdefault("receiver functions", {})
        entries.update(dict.fromkeys(functions_in(arguments.positional[0]), "signal"))
    return None
