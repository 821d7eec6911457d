"""What does a model of a package write whose source is not read?  `AuthToken.objects.create(...)` of `knox.models`.

What comes from a module of models and has `objects`, or is saved, is a model of Django; its table is called after the
package and the class, as Django does it by itself. So it is a guess: with `--environment` the source tells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model.scan import Confidence, Operation

MODELS: Final = ".models."
MODEL: Final = re.compile(
    r"(?:\w+\.)*?(\w+)\.models\.(?:[a-z_]\w*\.)*([A-Z]\w*)(\(\)|\.objects|\._default_manager)(?:[.(\[].*)?\.(\w+)"
)
"""An application, one of its models, a new row or the manager, and the method that is called on what that gives."""
OF_MANY: Final[dict[str, tuple[Operation, ...]]] = {
    "create": ("insert",),
    "bulk_create": ("insert",),
    "get_or_create": ("read", "insert"),
    "update_or_create": ("read", "insert", "update"),
    "update": ("update",),
    "bulk_update": ("update",),
    "delete": ("delete",),
    "save": ("update",),
    "select_for_update": ("lock",),
    **dict.fromkeys(("all", "count", "exclude", "exists", "filter", "first", "get", "last", "values"), ("read",)),
}
BY_ITS_NAME: Final[dict[str, Operation]] = {
    **dict.fromkeys(("add", "create", "log", "make", "record", "register", "request", "send", "store"), "insert"),
    **dict.fromkeys(("clean", "cleanup", "clear", "delete", "expire", "prune", "purge", "remove"), "delete"),
    **dict.fromkeys(("activate", "cancel", "deactivate", "increment", "mark", "set", "touch", "update"), "update"),
}
"""What a method of the package's own does (`Friend.objects.add_friend(user, other)`), by the first word of its name."""
OF_A_ROW: Final[dict[str, tuple[Operation, ...]]] = {"save": ("insert",), "delete": ("delete",)}
GUESSED: Final[Confidence] = "guessed"


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """Such a call touches the table; what it gives is not known."""
    del arguments
    found = MODEL.fullmatch(atom.dotted) if MODELS in atom.dotted else None
    own = atom.dotted.partition(".")[0] == evaluator.module.name.partition(".")[0]  # a module that is not there
    if found is not None and not own:
        app, model, held, method = found.groups()
        for op in OF_A_ROW.get(method, ()) if held == "()" else _of_many(method):
            evaluator.touch(f"{app}_{model}".lower(), op, line, confidence=GUESSED)
    return None


def _of_many(method: str) -> tuple[Operation, ...]:
    """What a method of a manager or of querysets does."""
    name = method.removeprefix("a") if method.removeprefix("a") in OF_MANY else method
    if name in OF_MANY:
        return OF_MANY[name]
    op = BY_ITS_NAME.get(name.partition("_")[0])
    return (op,) if op is not None else ()


NEEDS: Final = ("django",)
