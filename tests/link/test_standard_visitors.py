"""Methods that classes of the standard library call by their names, on objects of classes below them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

READERS = [
    ("HTMLParser", "def handle_starttag(self, tag, attrs):", "Reader().feed('<p>')"),
    ("HTMLParser", "def handle_data(self, data):", "reader = Reader()\n        reader.feed(x)\n        reader.close()"),
    ("ast.NodeVisitor", "def visit_Name(self, node):", "Reader().visit(ast.parse(x))"),
    ("ast.NodeTransformer", "def visit_Call(self, node):", "Reader().generic_visit(ast.parse(x))"),
    ("cmd.Cmd", "def do_add(self, line):", "Reader().onecmd(x)"),
    ("cmd.Cmd", "def do_add(self, line):", "Reader().cmdloop()"),
    ("ContentHandler", "def startElement(self, name, attrs):", "xml.sax.parse(x, Reader())"),
    (
        "xml.sax.ContentHandler",
        "def characters(self, content):",
        "parser = xml.sax.make_parser()\n        parser.setContentHandler(Reader())\n        parser.parse(x)",
    ),
]
IMPORTS = """
import ast, cmd, html, xml.sax, xml.etree.ElementTree
from html.parser import HTMLParser
from xml.sax.handler import ContentHandler
"""


@pytest.mark.parametrize(("base", "method", "read"), READERS)
def test_what_a_reader_meets(base: str, method: str, read: str) -> None:
    assert_touches(f"""{IMPORTS}
class Reader({base}):
    {method}
        Order.objects.create()
def work(x):
    with transaction.atomic():  #> insert shop_order
        {read}
        html.escape(x), xml.etree.ElementTree.parse(x)
""")


def test_readers_are_apart_by_what_they_are_made_with() -> None:
    assert_touches("""
from html.parser import HTMLParser
class Reader(HTMLParser):
    def __init__(self, model):
        super().__init__()
        self.model = model
    def handle_data(self, data):
        self.model.objects.create()
def orders(x):
    with transaction.atomic():  #> insert shop_order
        Reader(Order).feed(x)
def tags(x):
    with transaction.atomic():  #> insert shop_tag
        Reader(Tag).feed(x)
""")


def test_what_a_reader_has_of_the_library_is_no_blind_spot() -> None:
    scan = assert_touches(f"""{IMPORTS}
import http.server, socketserver
class Lines(cmd.Cmd):
    def do_add(self, line):
        with transaction.atomic():  #> insert shop_order
            Order.objects.create()
            self.stdout.write(line), self.columnize([])
class Reader(HTMLParser):
    def handle_data(self, data):
        with transaction.atomic():  #> insert shop_tag
            Tag.objects.create()
            self.getpos()[0], self.get_starttag_text().upper()
class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        with transaction.atomic():  #> insert shop_log
            Log.objects.create()
            self.send_response(200), self.wfile.write(b"x"), self.headers.get("x")
""")
    assert not [spot for one in scan.transactions for spot in one.blind_spots]


def test_servers_call_handlers() -> None:
    assert_enters(
        """
# file: shop/servers.py
import http.server, socketserver
from aiosmtpd.controller import Controller
class Lines(socketserver.StreamRequestHandler):
    def handle(self):
        self.connection.recv(10), self.wfile.write(b"x")
class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self): ...
    def answer(self): ...
class Mail:
    async def handle_DATA(self, server, session, envelope): ...
    def answer(self): ...
def main():
    Controller(Mail(), port=25).start()
""",
        "rpc shop.servers.Lines.handle",
        "route shop.servers.Pages.do_GET",
        "rpc shop.servers.Mail.handle_DATA",
    )
