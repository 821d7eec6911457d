"""What does a resolver of GraphQL know of its request?  `info.context` of Strawberry and Graphene.

It is what the annotation of `info` says (`info: Info[Context, None]`, or an alias of that), else the request, or what
holds it: whoever asks `info.context.request.user` reads the session, as `request.user` does in a view. Where FastAPI
serves the schema, it is what the router's `context_getter` gives. `info: GraphQLResolveInfo` says as much as the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import known
from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.protocol import Hook
from boundary.link.syntax.kinds import DISPLAY, NAME, SUBSCRIPT

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.registry import Frameworks
    from boundary.model import code

INFO: Final = "info"
KINDS: Final = {
    "strawberry": "strawberry.django.context.Info",
    "graphene": "graphene_django.context.Info",
    "graphene_django": "graphene_django.context.Info",
}
"""What a parameter called `info` is, by the packages of which one is imported; the first of them counts."""
SERVED: Final = "strawberry.fastapi.Info"
SAID: Final = "said of a context"
LONGEST_WAY: Final = 3
"""An annotation is an alias of an alias at most so often."""


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """`info`, of which nothing else is known, as a parameter of a resolver, a permission or a helper of theirs."""
    if type(node) is not NAME or node.id != INFO:
        return BOTTOM
    frameworks, function = evaluator.interpreter.frameworks, evaluator.context.function
    kind = _kind(frameworks)
    taken = [one for one in function.parameters if one.name == INFO] if function is not None else []
    if kind is None or not taken:
        return BOTTOM
    if frameworks.imports("strawberry.fastapi") and not frameworks.imports("django"):
        kind = SERVED
    cls = evaluator.interpreter.library_class(kind)
    if cls is None:
        return BOTTOM
    annotation = taken[0].annotation
    said = _context(evaluator, evaluator.module, annotation) if annotation is not None else BOTTOM
    if not known(said) and kind != SERVED and not frameworks.imports("django"):
        return BOTTOM
    return evaluator.atoms.instance(cls, site=(SAID, said) if known(said) else None)


def _kind(frameworks: Frameworks) -> str | None:
    """The class of what resolvers are handed in this program."""
    return next((kind for package, kind in KINDS.items() if frameworks.imports(package)), None)


def _context(evaluator: Evaluator, module: ModuleInfo, annotation: code.Expression, depth: int = 0) -> Value:
    """The first of the types that an annotation gives its generic class."""
    interpreter = evaluator.interpreter
    if type(annotation) is SUBSCRIPT:
        parts = annotation.index.items if type(annotation.index) is DISPLAY else (annotation.index,)
        return interpreter.annotations.of(interpreter.module_evaluator(module), parts[0]) if parts else BOTTOM
    if type(annotation) is NAME and depth < LONGEST_WAY:
        home, written = interpreter.names.defined(module, annotation)
        if written is not annotation:
            return _context(evaluator, home, written, depth + 1)
    return BOTTOM


class InfoHook(Hook):
    """What stands for `info`, and says what its context is."""

    base = "strawberry.context.Info"

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`info.context`."""
        del evaluator, line
        held = atom.site
        return held[1] if name == "context" and isinstance(held, tuple) and held[:1] == (SAID,) else None


class ResolveInfoHook(Hook):
    """What is annotated as Graphene's, or graphql-core's, of which only the server says what its context is."""

    base = "graphene.types.definitions.ResolveInfo"

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`info.context`."""
        interpreter = evaluator.interpreter
        if name != "context" or atom.cls.dotted != self.base or not interpreter.frameworks.imports("django"):
            return None
        cls = interpreter.library_class(_kind(interpreter.frameworks) or KINDS["graphene"])
        return interpreter.attributes.get(evaluator, interpreter.atoms.instance(cls), name, line) if cls else None


HOOKS: Final = (InfoHook(), ResolveInfoHook())
