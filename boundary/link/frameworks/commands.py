"""Which functions are commands?  Click, Typer, Cyclopts, Invoke, Fire, Flask-Script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import decorator, direct

if TYPE_CHECKING:
    from boundary.link.domain.values import Function, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler

MAKERS: Final = frozenset({"command", "group", "add_command", "result_callback"})


def function_attribute(evaluator: Evaluator, atom: Function, name: str, line: int) -> Value | None:
    """`@main.command()`, where `main` is a group that a decorator made of a function."""
    del line
    groups = evaluator.interpreter.frameworks.state.get("command functions", ())
    return evaluator.atoms.native(f"click.Group.{name}", atom) if name in MAKERS and atom.function in groups else None


NATIVES: Final[dict[str, Handler]] = {
    "click.command": decorator("cli"),
    "click.group": decorator("cli"),
    "click.Group.command": decorator("cli"),
    "click.Group.group": decorator("cli"),
    "click.Group.add_command": direct("cli"),
    "click.Group.result_callback": decorator("cli"),
    "typer.Typer.command": decorator("cli"),
    "typer.Typer.callback": decorator("cli"),
    "typer.run": direct("cli"),
    "cyclopts.App().command": decorator("cli"),
    "cyclopts.App().default": decorator("cli"),
    "djclick.command": decorator("cli"),
    "djclick.group": decorator("cli"),
    **{f"django_typer.management.{name}": decorator("command") for name in ("command", "group", "initialize")},
    "invoke.task": decorator("cli"),
    "fire.Fire": direct("cli", name="component"),
    "flask_script.Manager().command": direct("cli"),
}
