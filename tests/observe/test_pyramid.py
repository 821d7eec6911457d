"""A request of Pyramid, whose transaction `pyramid_tm` commits, is recorded as the view's."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from boundary.observe.frames import Sources
from boundary.observe.rows import Recording
from boundary.observe.sqlalchemy import SqlAlchemyRecorder
from tests.observe.applications import loaded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

APPLICATION = """
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, sessionmaker
from sqlalchemy.pool import StaticPool

engine = sa.create_engine("sqlite://", poolclass=StaticPool)
Base = declarative_base()
Session = sessionmaker(bind=engine)

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)

Base.metadata.create_all(engine)

def buy(context, request):
    request.db.add(Order())

class Orders:
    def __init__(self, request):
        self.request = request

    def post(self):
        self.request.db.add(Order())

def tween(handler):
    def answer(request):
        return handler(request)
    return answer
"""
MAPPER = """
class DefaultViewMapper:
    def __init__(self, attr=None):
        self.attr = attr

    def __call__(self, view):
        if self.attr:
            return lambda context, request: getattr(view(request), self.attr)()
        return view
"""
MANAGER = """
def tween(handler):
    def tm_tween(request):
        handler(request)
        request.db.commit()
    return tm_tween
"""


@pytest.fixture
def application(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    pytest.importorskip("sqlalchemy", reason="records SQLAlchemy, which is not installed")
    files = {"pyramid/viewderivers.py": MAPPER, "pyramid/__init__.py": "", "pyramid_tm/__init__.py": MANAGER}
    for name, source in files.items():
        file = tmp_path / "site-packages" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source)
    monkeypatch.syspath_prepend(str(tmp_path / "site-packages"))
    for name in ("pyramid", "pyramid.viewderivers", "pyramid_tm"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    made = loaded(tmp_path, APPLICATION)
    yield made
    made.engine.dispose()


class Request:
    def __init__(self, session: Any) -> None:  # noqa: ANN401 - SQLAlchemy's
        self.db = session


def test_a_request_is_its_view(application: ModuleType, tmp_path: Path) -> None:
    recording = Recording("shop")
    recorder = SqlAlchemyRecorder(Sources([tmp_path]), recording)
    recorder.install()
    import pyramid_tm  # type: ignore[import-not-found]
    from pyramid.viewderivers import DefaultViewMapper  # type: ignore[import-not-found]

    try:
        for view, attr in ((application.buy, None), (application.Orders, "post")):
            answer = DefaultViewMapper(attr)(view)
            handler = pyramid_tm.tween(lambda request, answer=answer: answer(None, request))
            application.tween(handler)(Request(application.Session()))
    finally:
        recorder.uninstall()
    rows = [(row["tx"]["func"], row["tx"]["kind"], row["writes"]) for row in recording.transaction_rows()]
    assert rows == [("buy", "request", ["orders"]), ("Orders.post", "request", ["orders"])]
