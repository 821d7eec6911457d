"""What do the smaller statements do?  `a += b`, `raise`, `del`, `global`, imports and definitions inside a function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.definitions.defining import define_class, define_function
from boundary.link.domain import texts
from boundary.link.domain.joining import join, union
from boundary.link.domain.values import UNKNOWN, Container, Instance
from boundary.link.evaluator import operators
from boundary.link.evaluator.operations import COMBINED, COMPUTED, has_lookup, has_object, summed
from boundary.link.members import filling, reordering, set_operations, shrinking
from boundary.link.syntax.kinds import ATTRIBUTE, SUBSCRIPT

if TYPE_CHECKING:
    from boundary.link.evaluator.execution import Executor
    from boundary.model import code


def do_augment(executor: Executor, node: code.Augment) -> bool:
    """`a += value`."""
    value = executor.evaluate(node.value)
    before = executor.evaluate(node.target)
    looked_up = node.operator in COMPUTED and (has_lookup(before) or has_lookup(value))
    own = operators.augmented(executor, node.operator, before, value, node.line) if has_object(before) else None
    if own is not None:
        executor.store(node.target, own, node.line)
    elif node.operator == "+" and not looked_up:
        if any(type(atom) is Container for atom in before):
            executor.interpreter.items.iterate(executor, value, node.line)
        executor.store(node.target, summed(executor, [before, value]), node.line)
        filling.extended(executor, node.target, before, value)
    elif node.operator in COMBINED or looked_up:
        combined = executor.interpreter.frameworks.combined(executor, [before, value])
        executor.store(node.target, combined or join((before, value)), node.line)
    elif node.operator in set_operations.DIVIDING and (
        left := set_operations.remaining(executor, node.operator, [before, value])
    ):
        executor.store(node.target, left, node.line)
    elif node.operator == "%":  # `statement %= ids`
        filled = texts.formatted(executor.atoms, before, operators.filled_in(executor, value, node.line))
        executor.store(node.target, filled, node.line)
    else:
        executor.store(node.target, UNKNOWN, node.line)
    return True


def do_raise(executor: Executor, node: code.Raise) -> bool:
    """`raise`."""
    if node.value is not None:
        executor.evaluate(node.value)
    return False


def do_scope(executor: Executor, node: code.Scope) -> bool:
    """`global`, `nonlocal`."""
    if node.kind == "global":
        executor.globals.update(node.names)
    else:
        executor.nonlocals.update(node.names)
    return True


def do_delete(executor: Executor, node: code.Delete) -> bool:
    """`del`: what an object's own `__delitem__` does matters, and that a dict has a key no longer."""
    for target in node.targets:
        if type(target) is SUBSCRIPT:
            holder = executor.evaluate(target.value)
            index = executor.evaluate(target.index)
            for atom in holder:
                if isinstance(atom, Instance):
                    executor.interpreter.objects.method(executor, atom.alone, "__delitem__", node.line)
            reordering.taken_at(executor, target.value, index, node.line)
            shrinking.taken_out(executor, target.value, target.index)
        elif type(target) is ATTRIBUTE:
            holder = executor.evaluate(target.value)
            executor.interpreter.stores.delete(executor, holder, target.name, node.line)
    return True


def do_import(executor: Executor, node: code.Import) -> bool:
    """`import` inside a function."""
    for alias in node.names:
        name = alias.name if alias.bound else alias.name.split(".")[0]
        names = executor.interpreter.names
        executor.env[alias.bound or name] = names.imported(names.absolute(executor.module, 0, name))
    return True


def do_import_from(executor: Executor, node: code.ImportFrom) -> bool:
    """`from ... import` inside a function."""
    names = executor.interpreter.names
    for alias in node.names:
        if alias.name != "*":
            value = names.from_import(executor.module, node, alias.name)
            value = union(value, names.set_since(executor.module, node, alias.name, executor.context))
            executor.env[alias.bound or alias.name] = value or UNKNOWN
            executor.publish(alias.bound or alias.name, value or UNKNOWN)
    return True


def do_function(executor: Executor, node: code.Function) -> bool:
    """A nested `def`."""
    value = define_function(executor, node)
    executor.env[node.name] = value
    executor.publish(node.name, value)
    return True


def do_class(executor: Executor, node: code.Class) -> bool:
    """A nested `class`."""
    executor.remember(executor.env)
    value = define_class(executor, node)
    executor.env[node.name] = value
    executor.publish(node.name, value)
    return True
