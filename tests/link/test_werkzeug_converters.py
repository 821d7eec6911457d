"""Parts of paths that the project's own converters make rows of."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SOURCE = """
# file: shop/models.py
from mongoengine import Document, StringField
class Order(Document):
    name = StringField()
# file: shop/services.py
from flask import Flask
from flask_restx import Namespace, Resource
from shop.models import Order
from mongoengine.context_managers import run_in_transaction
from werkzeug.routing import BaseConverter
class RowConverter(BaseConverter):
    model = None
    def to_python(self, value):
        found = self.model.objects(id=value).first()
        return found if found else ValueError()
class OrderConverter(RowConverter):
    model = Order
app = Flask(__name__)
ns = Namespace("orders")
def init_app(app):
    app.url_map.converters["order"] = OrderConverter
"""


@pytest.mark.parametrize(
    ("around", "path", "expected"),
    [
        ("@app.route({path})\n", "/<order:order>/", "update order"),
        ("@app.route({path})\n", "/<order(strict=True):order>/", "update order"),
        ("@app.route({path})\n", "/<int:order>/", "nothing"),
        ("@app.route({path})\n", "/<order:other>/", "nothing"),
        ("@ns.route({path})\nclass Orders(Resource):\n    ", "/<order:order>/", "update order"),
    ],
)
def test_what_a_converter_makes_of_a_part_of_the_path(around: str, path: str, expected: str) -> None:
    inside = "self, order" if "class" in around else "order"
    indent = "    " if "class" in around else ""
    assert_touches(f"""{SOURCE}
{around.format(path=repr(path))}def put({inside}):
{indent}    with run_in_transaction():  #> {expected}
{indent}        order.save()
""")
