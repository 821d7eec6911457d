"""What was stored under a key just now is there, whatever else a collection holds.

    def cached(*args):
        key = hashed(args)
        if key not in results:
            results[key] = make(*args)
        return results[key]

A dict that a decorator shares among all that it decorates holds more than is kept apart: who asks it for a key is given
some of all that. It stands among the local variables, under a name with brackets that no variable can have; where
branches meet, it may be there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.asking import is_cut, understood
from boundary.link.domain.joining import union
from boundary.link.syntax.kinds import NAME

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code


def note(evaluator: Evaluator, holder: code.Expression, key: code.Expression, value: Value) -> None:
    """Something is stored under a key in what a variable holds."""
    if type(holder) is NAME and type(key) is NAME and understood(value):
        evaluator.env[_place(holder, key)] = value
        evaluator.stores_items = True


def there(evaluator: Evaluator, holder: code.Expression, key: code.Expression, value: Value) -> Value:
    """What is under a key, with what was stored there in this function, where not all of it is known."""
    if (
        evaluator.stores_items
        and type(holder) is NAME
        and type(key) is NAME
        and (is_cut(value) or not understood(value))
    ):
        return union(value, evaluator.env.get(_place(holder, key), value))
    return value


def _place(holder: code.Name, key: code.Name) -> str:
    return f"{holder.id}[{key.id}]"
