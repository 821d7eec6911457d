"""What do functions about functions do?  Decorators of the standard library, partials, threads, contexts to enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.wrappers import wrap
from boundary.link.domain.asking import may_be_more
from boundary.link.domain.values import UNKNOWN, ClassAtom, Function, Instance, Wrapped
from boundary.link.evaluator.attributes import CACHED, DELETER

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def same(call: NativeCall) -> Value:
    """A function that gives back what it is given: `cast`-like, `copy`, wrappers that change nothing."""
    return call.first


def cast(call: NativeCall) -> Value:
    """`typing.cast(T, x)`: x, as far as it is a T; else a T, as an annotation in its place would promise it.

    What is known to have been made of another class, and a function, stays what it is: only the type checker is told.
    Where more may come, it is that or what is promised.
    """
    written = call.evaluator.calling
    value = call.arguments.get(1, "val") or UNKNOWN
    if written is None or not written.arguments:
        return value
    promised = call.interpreter.annotations.of(call.evaluator, written.arguments[0])
    fitting = call.interpreter.annotations.as_promised(value, promised)
    made = any(isinstance(atom, Function) or (isinstance(atom, Instance) and atom.exact) for atom in value)
    if not made or not value.isdisjoint(fitting):
        return fitting
    return value | fitting if may_be_more(value) else value


def wrapped_as(kind: str) -> Handler:
    """`property`, `classmethod`, `staticmethod`, `cached_property`."""

    def handler(call: NativeCall) -> Value:
        setter = call.arguments.get(1, "fset") if kind == "property" else None
        extra: Hashable = next((atom for atom in setter or () if isinstance(atom, Function)), None)
        if call.name.endswith("cached_property"):
            extra = CACHED
        return call.atoms.wrapped(kind, call.arguments.get(0, "fget") or UNKNOWN, extra)

    return handler


def property_setter(call: NativeCall) -> Value:
    """`@x.setter`."""
    receiver = call.receiver
    assert isinstance(receiver, Wrapped)  # noqa: S101 - bound to a property
    setter = next((atom for atom in call.first if isinstance(atom, Function)), None)
    return call.atoms.wrapped("property", receiver.inner, setter)


def property_getter(call: NativeCall) -> Value:
    """`@x.getter`."""
    receiver = call.receiver
    return receiver.alone if isinstance(receiver, Wrapped) else UNKNOWN


def property_deleter(call: NativeCall) -> Value:
    """`@x.deleter`: what `del order.x` calls is kept with the class."""
    for atom in call.first:
        if isinstance(atom, Function):
            call.interpreter.write((DELETER, atom.function.cls, atom.function.name), atom.alone)
    return property_getter(call)


def identity_decorator(call: NativeCall) -> Value:
    """A call that returns a decorator which changes nothing."""
    return call.atoms.native("identity")


def wraps(call: NativeCall) -> Value:
    """`functools.wraps(f)`: what it decorates stands for f."""
    return call.atoms.native("wraps", frozenset(atom for atom in call.first if isinstance(atom, Function)))


def wrapping(call: NativeCall) -> Value:
    """What `functools.wraps(f)` gives, called with the wrapper."""
    assert isinstance(call.receiver, frozenset)  # noqa: S101 - as `wraps` made it
    wrap(call.first, call.receiver)
    return call.first


def update_wrapper(call: NativeCall) -> Value:
    """`functools.update_wrapper(wrapper, f)`."""
    wrap(call.first, call.arguments.get(1, "wrapped") or UNKNOWN)
    return call.first


def maybe_decorator(call: NativeCall) -> Value:
    """`@lru_cache` and `@lru_cache(maxsize=1)`."""
    functions = frozenset(atom for atom in call.first if isinstance(atom, (Function, Wrapped, ClassAtom)))
    return functions or call.atoms.native("identity")


def partial(kind: str = "partial") -> Handler:
    """`functools.partial(f, ...)`, and `partialmethod` for a method of an object that is not made yet."""

    def handler(call: NativeCall) -> Value:
        return call.atoms.wrapped(kind, call.first, call.arguments.behind_first().frozen())

    return handler


def context_manager(call: NativeCall) -> Value:
    """`@contextmanager`: a call gives something to enter."""
    found: set[Atom] = set()
    for atom in call.first:
        if isinstance(atom, Function):
            traits = atom.traits | {"contextmanager"}
            found |= call.atoms.function(atom.function, atom.receiver, atom.closure, traits)
    return frozenset(found) or UNKNOWN


def closing(call: NativeCall) -> Value:
    """`closing(connection)`: entering it gives the connection, and enters nothing of it."""
    return call.atoms.wrapped("closing", call.first)


def held_weakly(call: NativeCall) -> Value:
    """`weakref.ref(x)`: called, it gives x."""
    return call.atoms.native("weakref.ref()", call.first)


def referred(call: NativeCall) -> Value:
    """What `weakref.ref(x)` gives, called."""
    assert isinstance(call.receiver, frozenset)  # noqa: S101 - as `held_weakly` made it
    return call.receiver


def run_now(call: NativeCall) -> Value:
    """`sync_to_async(f)`, `async_to_sync(f)`: the same function under another name."""
    return maybe_decorator(call)


def applied(call: NativeCall) -> Value:
    """A function that calls its first argument with the others: `asyncio.to_thread`, a retry."""
    return call.interpreter.calls.call(call.evaluator, call.first, call.arguments.behind_first(), call.line)


APPLIED: Final = (
    *("asyncio.to_thread", "anyio.to_thread.run_sync", "contextvars.copy_context().run"),
    *("anyio.run", "anyio.from_thread.run", "anyio.from_thread.run_sync"),
    *("trio.run", "trio.to_thread.run_sync", "trio.from_thread.run", "trio.from_thread.run_sync"),
    *(f"tenacity.{name}(){called}" for name in ("Retrying", "AsyncRetrying") for called in ("", ".call")),
    *(f"anyio.create_task_group().{name}" for name in ("start", "start_soon")),
    *(f"trio.open_nursery().{name}" for name in ("start", "start_soon")),
)
"""What calls its first argument with the others, here or in another thread, while its caller waits."""
NATIVES: Final[dict[str, Handler]] = {
    "builtins.property": wrapped_as("property"),
    "builtins.classmethod": wrapped_as("classmethod"),
    "builtins.staticmethod": wrapped_as("staticmethod"),
    "django.utils.decorators.classonlymethod": wrapped_as("classmethod"),
    "abc.abstractproperty": wrapped_as("property"),
    "functools.cached_property": wrapped_as("property"),
    "django.utils.functional.cached_property": wrapped_as("property"),
    "django.utils.functional.classproperty": wrapped_as("classproperty"),
    "django.utils.decorators.classproperty": wrapped_as("classproperty"),
    "cached_property.cached_property": wrapped_as("property"),
    "property.setter": property_setter,
    "property.getter": property_getter,
    "property.deleter": property_deleter,
    "identity": same,
    "functools.wraps": wraps,
    "wraps": wrapping,
    "functools.update_wrapper": update_wrapper,
    "functools.lru_cache": maybe_decorator,
    "functools.cache": maybe_decorator,
    "functools.total_ordering": same,
    "functools.partial": partial(),
    "functools.partialmethod": partial("partialmethod"),
    **dict.fromkeys(("funcy.partial", "toolz.partial", "cytoolz.partial"), partial()),
    "contextlib.closing": closing,
    "contextlib.aclosing": closing,
    "contextlib.nullcontext": same,
    "contextlib.contextmanager": context_manager,
    "contextlib.asynccontextmanager": context_manager,
    "weakref.ref": held_weakly,
    "weakref.proxy": same,
    "weakref.ref()": referred,
    "copy.copy": same,
    "copy.deepcopy": same,
    "types.MappingProxyType": same,
    "typing.cast": cast,
    "abc.abstractmethod": same,
    "typing.overload": same,
    "typing.final": same,
    "dataclasses.dataclass": maybe_decorator,
    "attr.s": maybe_decorator,
    "attr.attrs": maybe_decorator,
    "attrs.define": maybe_decorator,
    "six.add_metaclass": identity_decorator,
    **dict.fromkeys(APPLIED, applied),
    "asgiref.sync.sync_to_async": run_now,
    "asgiref.sync.async_to_sync": run_now,
    "channels.db.database_sync_to_async": run_now,
}
