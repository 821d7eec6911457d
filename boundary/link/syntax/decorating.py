"""Which functions make a function of what they are handed?  Those that are called with `@` mostly: `@use_args({...})`.

Each of their callers stands in the code, where something is decorated: what a dict that they are handed says is not
joined with that of the others as soon as elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.syntax.kinds import CALL, FUNCTION, NAME, RETURN

if TYPE_CHECKING:
    from boundary.model import code


def makes_functions(body: tuple[code.Statement, ...]) -> bool:
    """Whether a function returns what it defines in itself, or what another one makes of that."""
    defined = {one.name for one in body if type(one) is FUNCTION}
    if not defined:
        return False
    given = [one.value for one in body if type(one) is RETURN]
    made = [argument for one in given if type(one) is CALL for argument in one.arguments]
    return any(type(one) is NAME and one.id in defined for one in (*given, *made))
