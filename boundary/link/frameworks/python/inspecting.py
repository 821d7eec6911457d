"""What do `callable(x)` and the tests of `inspect` give, where it is known of what they are asked?

What is made by name, or at hand as `sys.exc_info()` has it, is not known; it is no object of a library either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import agreed
from boundary.link.domain.predicates import PREDICATES
from boundary.link.domain.values import UNKNOWN

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def told(call: NativeCall) -> Value:
    """The answer, where it is the same for all that may be meant."""
    test = PREDICATES[call.name]
    answer = agreed([test(call.interpreter, atom) for atom in call.first])
    return UNKNOWN if answer is None else call.atoms.constant(value=answer)


def some(call: NativeCall) -> Value:
    """`sys.exc_info()`, `types.new_class(...)`: something of the program's own, which is not known."""
    del call
    return UNKNOWN


NATIVES: Final[dict[str, Handler]] = {
    **dict.fromkeys(PREDICATES, told),
    **dict.fromkeys(("sys.exc_info", "types.new_class"), some),
}
