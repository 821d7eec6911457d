"""What scripts, and what lies beside them, import by names that are those of their neighbours."""

from __future__ import annotations

import pytest

from tests.link.linking import divide, linked

SOURCE = """
# file: tool/server/services.py
from models import Order, make
def put():
    with make.begin() as session:
        session.add(Order())
# file: tool/server/inner/more.py
from services import put
def put_more(): put()
# file: tool/server/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base, sessionmaker
Base = declarative_base()
make = sessionmaker()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
# file: tool/server/main.py
import services
from flask import Flask
from inner.more import put_more
from services import put
app = Flask(__name__)
@app.route("/one")
def one(): put()
@app.route("/two")
def two(): services.put()
@app.route("/three")
def three(): put_more()
{starts}
"""


@pytest.mark.parametrize(
    ("starts", "more", "found"),
    [
        ('if __name__ == "__main__":\n    app.run()', (), True),
        ("", (), False),
        ('if __name__ == "__main__":\n    app.run()', ("tool/server/__init__.py",), False),
    ],
)
def test_neighbours_of_a_script_are_found_by_their_names(starts: str, more: tuple[str, ...], *, found: bool) -> None:
    """Not those of a module of a package, or of a folder in which nothing is started."""
    files = {
        file: text
        for file, text in divide(SOURCE.format(starts=starts)).items()
        if not file.endswith("__init__.py") or file in more
    }
    scan = linked(files)
    reached = {one.name: [access.table for access in one.reaches] for one in scan.entry_points if one.kind == "route"}
    assert reached == dict.fromkeys(("/one", "/two", "/three"), ["orders"] if found else [])
