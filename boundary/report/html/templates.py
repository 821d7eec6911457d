"""How are templates of this folder read?  With everything that is put into them escaped, unless a template says so."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from boundary.report.phrases import Code, Place
from boundary.report.printable import printable

if TYPE_CHECKING:
    from jinja2 import Template

HERE = Path(__file__).parent


@lru_cache
def read_template(name: str) -> Template:
    """The template in the file of that name."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.tests["code"] = lambda piece: isinstance(piece, Code)
    environment.tests["place"] = lambda piece: isinstance(piece, Place)
    environment.filters["printable"] = printable
    return environment.get_template(name)
