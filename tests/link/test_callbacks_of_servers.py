"""Which functions do servers, buses and command lines call that are handed over, or named in a configuration?"""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters

CASES = {
    "asyncio's servers": (
        """
import asyncio
class Lobby:
    async def listen(self):
        self.server = await asyncio.start_server(self.connected, "localhost", 8888)
        await asyncio.start_unix_server(client_connected_cb=other)
        self.server.close()
    async def connected(self, reader, writer): ...
async def other(reader, writer): ...
""",
        ["rpc shop.models.Lobby.connected", "rpc shop.models.other"],
    ),
    "Fedora's bus": (
        """
from fedora_messaging import api, message
class Consumer:
    def __call__(self, message: message.Message): ...
class Shown:
    def __call__(self, order): ...
def main():
    api.consume(handle)
def handle(message): ...
""",
        ["task shop.models.Consumer.__call__", "task shop.models.handle"],
    ),
    "Flask-Script": (
        """
from flask_script import Command, Manager
class Bootstrap(Command):
    def run(self): ...
manager = Manager()
manager.add_command("bootstrap", Bootstrap())
@manager.command
def clear(): ...
""",
        ["cli shop.models.Bootstrap.run", "cli shop.models.clear"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_called_back(case: str) -> None:
    source, expected = CASES[case]
    assert_enters(f"# file: shop/models.py\n{source}", *expected)
