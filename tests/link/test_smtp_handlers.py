"""Servers of mail: the handler that one is made of is called, whatever class the project makes of the server."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters

OWN = """class Own(Controller):
    def factory(self):
        return SMTP(self.handler, require_starttls=True)
"""
SAYING = """class Saying(Controller):
    def __init__(self):
        {}(Mail(), port=25)
"""
SERVERS = {
    "as it is": ("", "Controller(Mail(), port=25).start()"),
    "by its name": ("", "Controller(handler=Mail()).start()"),
    "without a thread": ("", "UnthreadedController(Mail()).begin()"),
    "a class below it": (OWN, "Own(Mail()).start()"),
    "a class that says what": (SAYING.format("super().__init__"), "Saying().start()"),
    "the protocol itself": ("", "SMTP(Mail())"),
}


@pytest.mark.parametrize(("classes", "made"), SERVERS.values(), ids=SERVERS)
def test_methods_that_a_client_reaches(classes: str, made: str) -> None:
    assert_enters(
        f"""
# file: shop/servers.py
from aiosmtpd.controller import Controller, UnthreadedController
from aiosmtpd.smtp import SMTP
class Mail:
    async def handle_DATA(self, server, session, envelope): ...
    def answer(self): ...
{classes}
def main():
    {made}
""",
        "rpc shop.servers.Mail.handle_DATA",
    )
