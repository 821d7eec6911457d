"""Which serializers ask their table before a row is saved?  Those that take what must be unique in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.django.forms import listed_names
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.tables import read
from boundary.link.frameworks.django.unique import given_keys, is_filled, shown_only, unique_in
from boundary.link.frameworks.skeletons import argument, classes_in

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def read_unique(call: NativeCall) -> Value:
    """`__read_unique__(self)`: the rows of the serializer's model are read where it takes something unique."""
    lookup = call.interpreter.classes.lookup
    for serializer in classes_in(argument(call, 0)):
        for meta in classes_in(lookup(serializer, "Meta")[1]):
            options = (lookup(meta, name)[1] for name in ("fields", "exclude", "read_only_fields"))
            listed, excluded, shown = map(listed_names, options)
            for owner in classes_in(lookup(meta, "model")[1]):
                held = shown_only(call.interpreter, owner)
                for names in [*unique_in(call.interpreter, owner), *given_keys(call.interpreter, owner)]:
                    declared = len(names) == 1 and lookup(serializer, min(names))[0] is not None
                    given = {one for one in shown or () if len(names) > 1 and is_filled(call.interpreter, owner, one)}
                    left_out = (excluded or set()) | ((shown or set()) - given)
                    if not (declared or names & left_out or names <= held) and (listed is None or names <= listed):
                        read(call.evaluator, models(call.interpreter).by_class.get(owner), call.line, guessed=False)
                        break
    return call.atoms.none


NATIVES: Final[dict[str, Handler]] = {"builtins.__read_unique__": read_unique}
