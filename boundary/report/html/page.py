"""How is the page put together?  The template, filled with the sections, the chart, the data and the script."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from boundary.report import databases, questions, transactions, unknowns
from boundary.report import outline as said
from boundary.report.completeness import completeness_line
from boundary.report.html.chart import chart
from boundary.report.html.data import packed
from boundary.report.html.links import checked, link
from boundary.report.html.templates import read_template
from boundary.report.phrases import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from boundary.model.scan import Scan
    from boundary.report.verdict import Verdict

HERE = Path(__file__).parent
SCRIPTS = (
    "data",
    "elements",
    "chosen",
    "couplings",
    "frontier",
    "contexts",
    "map",
    "matrix",
    "witness",
    "transactions",
    "start",
)
"""The parts of the script, each after those that it uses."""
HEAD_SCRIPT = 'document.documentElement.className = "js";'
"""Runs before anything is shown, so that what is only there for readers without JavaScript never flickers."""


def render(
    scan: Scan,
    weighed: Verdict,
    *,
    cuts: Mapping[str, Iterable[str]] | None = None,
    owners: Mapping[str, str] | None = None,
    source_url: str | None = None,
) -> str:
    """The report on `scan` as one page.

    `cuts` has the ids of the transactions that reach into several contexts, by the split's name. `owners` maps files
    to who owns them. `source_url` makes links of places: a web address with ``{file}`` and ``{line}``. Raises
    `InputError` when it is none.
    """
    template = checked(source_url) if source_url else None
    style, script = _read("style.css"), _script()
    return read_template("page.html.jinja").render(
        scan=scan,
        chart=chart(scan.splits),
        chosen=_first_choice(scan),
        completeness=completeness_line(scan.completeness, scan.dialect),
        data=packed(scan, cuts=cuts, owners=owners, source_url=template).decode(),
        reasons=(*said.glue(weighed, full=False), *databases.sections(scan, full=False)),
        head_script=HEAD_SCRIPT,
        lead=Section(None, said.lead(scan, weighed)),
        link=lambda place: link(template, place.file, place.line) if template and place.file else None,
        policy=_policy(style, HEAD_SCRIPT, script),
        questions=questions.sections(weighed.questions, full=False),
        script=script,
        strict=said.strict_split(weighed, scan, full=False),
        style=style,
        transactions=transactions.sections(scan, full=False),
        unknowns=unknowns.sections(scan, full=True),
        weighed=weighed,
    )


def _first_choice(scan: Scan) -> int:
    """The split that is shown first: what was asked for or declared, else the strict one."""
    names = [split.name for split in scan.splits]
    return next((names.index(name) for name in ("requested", "declared", "strict") if name in names), 0)


def _policy(style: str, *scripts: str) -> str:
    """What the browser lets the page do: run these scripts and use this style, nothing else."""
    allowed = " ".join(_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@lru_cache(maxsize=1)
def _script() -> str:
    """The script, in a scope of its own."""
    parts = "\n".join(_read(f"script/{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}\n}})();'


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
