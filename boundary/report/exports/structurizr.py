"""A Structurizr workspace: every context a container with a database, and what goes from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.exports.crossings import crossings
from boundary.report.exports.identifiers import identifiers

if TYPE_CHECKING:
    from boundary.model.scan import Scan, Split

VIEWS = """\
    }
    views {
        container monolith {
            include *
            autolayout lr
        }
        styles {
            element "Database" {
                shape cylinder
            }
        }
    }
}
"""

SHOWN = 5
"""How many tables a relationship names."""


def render(scan: Scan, split: Split) -> str:
    """The text of a `workspace.dsl`."""
    names = identifiers(context.name for context in split.contexts)
    lines = [
        f"// written by `boundary emit structurizr` for the split {_text(split.name)}",
        f"workspace {_text(scan.root)} {{",
        "    model {",
        f"        monolith = softwareSystem {_text(scan.root)} {{",
    ]
    for context in split.contexts:
        name, size = names[context.name], f"{len(context.modules)} modules, {len(context.entry_points)} entry points"
        lines.append(f"            {name} = container {_text(context.name)} {_text(size)} {_text('Python')}")
        if context.tables:
            held = f"{len(context.tables)} tables: {', '.join(context.tables)}"
            lines.append(
                f"            {name}_db = container {_text(context.name + ' database')} {_text(held)}"
                f" {_text(scan.dialect or 'SQL')} {_text('Database')}"
            )
            lines.append(f"            {name} -> {name}_db {_text('owns')}")
    lines.append("        }")
    for (one, other), crossing in crossings(scan, split).items():
        tables = sorted(crossing.tables)
        more = f" ({', '.join(tables[:SHOWN])}{', ...' if len(tables) > SHOWN else ''})" if tables else ""
        lines.append(f"        {names[one]} -> {names[other]} {_text(f'{crossing}{more}')}")
    lines += [
        "    }",
        "    views {",
        "        container monolith {",
        "            include *",
        "            autolayout lr",
    ]
    lines += ["        }", "        styles {", '            element "Database" {', "                shape cylinder"]
    lines += ["            }", "        }", "    }", "}"]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    shown = "".join(letter for letter in text if letter.isprintable())
    return '"' + shown.replace("\\", "\\\\").replace('"', '\\"') + '"'
