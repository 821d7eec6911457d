"""Which type of a GraphQL schema has a name?  That of graphene's classes whose `Meta`, or whose own name, says it.

    kind, key = Node.from_global_id(id)
    info.schema.get_type(kind).graphene_type.get_node(info, key)

Where only a run can tell the name, `get_node` looks up a row of any of the models that the types are over: of a few,
each is believed by that alone; of more than are kept apart, that is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks.abstract_types import is_abstract_type
from boundary.link.frameworks.django.generic import MOST_TARGETS
from boundary.link.frameworks.django.tables import model_of, one_of_many, read
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.skeletons import argument, classes_in

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import ModelInfo
    from boundary.link.frameworks.protocol import Handler, NativeCall

TYPE: Final = "graphene.types.objecttype.BaseType"
DEFINITION: Final = "graphene.types.definitions.GrapheneGraphQLType"
SOME: Final = "graphene.types.definitions.SomeType"
OPTIONS: Final = "graphene.types.definitions.SomeOptions"
LOOKED_UP: Final = "graphene.types.definitions.SomeType.get_node"
SCHEMA: Final = "graphene.types.definitions.GraphQLSchema"
ASKED: Final = {name: f"{SCHEMA}.{name}" for name in ("get_type", "get_graphql_type")}
STATE: Final = "types of GraphQL by name"
MODELS: Final = "models of types of GraphQL"


def type_called(call: NativeCall) -> Value:
    """`schema.get_type(name)`: what is known by the name, or by one that is not known."""
    asked = call.arguments.get(0, "name") or UNKNOWN
    definition, names = call.interpreter.library_class(DEFINITION), strings(asked)
    if definition is None:
        return UNKNOWN
    by_name = _types(call.interpreter)
    found = [call.atoms.instance(definition, site=(STATE, cls)) for name in names for cls in by_name.get(name, ())]
    others = call.atoms.instance(definition) if len(names) < len(asked) else BOTTOM
    return join([*found, others]) or UNKNOWN


def name_of(call: NativeCall) -> Value:
    """`__graphql_name__(cls)`: how a schema calls the type of a class."""
    found = [name for cls in classes_in(argument(call, 0)) for name in _names_of(call.interpreter, cls)]
    return join(call.atoms.constant(name) for name in found) or UNKNOWN


def _names_of(interpreter: Interpreter, cls: ClassInfo) -> list[str]:
    """What the `Meta` of a class itself says that it is called, or else its own name."""
    classes = interpreter.classes
    metas = [one.cls for one in classes.own(cls, "Meta") if isinstance(one, ClassAtom)]
    return [name for meta in metas for name in strings(classes.own(meta, "name"))] or [cls.name]


def _types(interpreter: Interpreter) -> dict[str, list[ClassInfo]]:
    """The project's types by their names, without those of which no schema has one."""
    found: dict[str, list[ClassInfo]] | None = interpreter.frameworks.state.get(STATE)
    base = interpreter.library_class(TYPE)
    if found is None:
        found = interpreter.frameworks.state[STATE] = {}
        for cls in interpreter.classes.below(base) if base is not None else ():
            if not cls.library and not is_abstract_type(interpreter, cls):
                for name in _names_of(interpreter, cls):
                    found.setdefault(name, []).append(cls)
    return found


def _models(interpreter: Interpreter) -> dict[ModelInfo, None]:
    """The models that the `Meta` of types names which find rows by their keys."""
    found: dict[ModelInfo, None] | None = interpreter.frameworks.state.get(MODELS)
    if found is None:
        found = interpreter.frameworks.state[MODELS] = {}
        for cls in [one for ones in _types(interpreter).values() for one in ones]:
            if interpreter.classes.lookup(cls, "get_node")[0] is not None:
                metas = classes_in(interpreter.classes.lookup(cls, "Meta")[1])
                named = [one for meta in metas for one in classes_in(interpreter.classes.own(meta, "model"))]
                found.update({model: None for one in named if (model := model_of(interpreter, one)) is not None})
    return found


def looked_up(call: NativeCall) -> Value:
    """`get_node` of a type that may be any: a row of the models that types are over."""
    evaluator, models = call.evaluator, _models(call.interpreter)
    if len(models) > MOST_TARGETS:
        return one_of_many(evaluator, "get_node()", call.line)
    found = []
    for model in models:
        read(evaluator, model, call.line, guessed=True)
        found.append(evaluator.atoms.instance(model.cls, guessed=True, stored=True))
    return join(found) | UNKNOWN


class SchemaHook(Hook):
    """The schema that a resolver is told of."""

    base = SCHEMA

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`schema.get_type`."""
        del line
        return evaluator.atoms.native(ASKED[name], atom) if name in ASKED else None


class DefinitionHook(Hook):
    """What a schema knows by a name."""

    base = DEFINITION

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`definition.graphene_type`: the class, or one that may be any."""
        del line
        if name != "graphene_type":
            return None
        if isinstance(atom.site, tuple) and atom.site[0] == STATE:
            return evaluator.atoms.class_(atom.site[1])
        some = evaluator.interpreter.library_class(SOME)
        return evaluator.atoms.instance(some) if some is not None else None


class SomeHook(Hook):
    """A type that may be any."""

    base = SOME

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`some.get_node`, and `some._meta`."""
        del line
        if name == "get_node":
            return evaluator.atoms.native(LOOKED_UP, atom)
        options = evaluator.interpreter.library_class(OPTIONS)
        return evaluator.atoms.instance(options) if name == "_meta" and options is not None else None


class OptionsHook(Hook):
    """The options of a type that may be any."""

    base = OPTIONS

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`some._meta.model`: the models that types are over, of more than a few any."""
        del atom
        models = _models(evaluator.interpreter) if name == "model" else {}
        if not models:
            return None
        if len(models) > MOST_TARGETS:
            return one_of_many(evaluator, "_meta.model", line)
        return join(evaluator.atoms.class_(model.cls) for model in models)


NATIVES: Final[dict[str, Handler]] = {
    **dict.fromkeys(ASKED.values(), type_called),
    "builtins.__graphql_name__": name_of,
    LOOKED_UP: looked_up,
}
HOOKS: Final = (SchemaHook(), DefinitionHook(), SomeHook(), OptionsHook())
