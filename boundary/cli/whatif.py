"""`boundary whatif`: what would a change of the split bring?  Thought through, without changing anything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack, get_args

import click

from boundary.cli.choice import choice_options, choose
from boundary.cli.output import deliver, output_option
from boundary.cli.source import Analysis, analysis_options, obtain, settings_for

if TYPE_CHECKING:
    from boundary.model.outcome import Change


@click.command("whatif")
@click.argument("words", nargs=-1, required=True, metavar="[PATH] CHANGE...")
@choice_options
@click.option("--format", "-f", "format_", type=click.Choice(["text", "markdown", "json"]), default="text")
@click.option("--full", is_flag=True, help="Abbreviate nothing.")
@output_option
@analysis_options
def command(
    words: tuple[str, ...],
    *,
    split_name: str | None,
    contexts: int | None,
    format_: str,
    full: bool,
    output: Path | None,
    **analysis: Unpack[Analysis],
) -> None:
    r"""Say what changes of a split would bring: every metric before and after, and which transactions become cut.

    \b
    A CHANGE is one of these, and several may follow one another:
      move NAME CONTEXT        a table or a module goes to another context
      merge A B                two contexts become one
      split CONTEXT [TABLE..]  the tables leave it; without any, its communities do
      pin A B                  two tables have to be in one context
      relax FILE:LINE          what this line calls or writes commits by itself
      relax LIBRARY            what a library writes unasked does, such as auditlog

    PATH is the monolith, or a document that `boundary scan` or `boundary split` wrote; the current folder if left out.
    """
    from boundary import api
    from boundary.report.completeness import completeness_line

    path, changes = _parsed(words)
    scan = obtain(path, **analysis)
    base = choose(scan, path, split_name, contexts, **analysis)
    outcome = api.whatif(scan, changes, base, config=settings_for(path, analysis))
    deliver(api.render_whatif(scan, outcome, format_, full=full), output)
    if format_ == "json" or output is not None:
        click.echo(completeness_line(scan.completeness, scan.dialect), err=True)


def _parsed(words: tuple[str, ...]) -> tuple[Path, list[Change]]:
    """The path, if one is given, and the changes: a verb with the names up to the next one."""
    from boundary.model.outcome import Change, Verb

    verbs: dict[str, Verb] = {verb: verb for verb in get_args(Verb)}
    path = Path()
    if words[0] not in verbs:
        path, words = Path(words[0]), words[1:]
        if not path.exists():
            raise click.UsageError(f"{path}: neither a path nor a change; changes are {', '.join(verbs)}")
    found: list[tuple[Verb, list[str]]] = []
    for word in words:
        if word in verbs:
            found.append((verbs[word], []))
        elif found:
            found[-1][1].append(word)
        else:
            raise click.UsageError(f"{word!r} is no change; changes are {', '.join(verbs)}")
    if not found:
        raise click.UsageError(f"say what to change: {', '.join(verbs)}")
    return path, [Change(verb, tuple(names)) for verb, names in found]
