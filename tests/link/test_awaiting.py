"""What asyncio's functions give that wait for others."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

WAITED = {
    "a list of all": """
    for row in await asyncio.gather(made(1), made(2)):
        session.add(row)""",
    "a list of as many as there are": """
    tasks = []
    for number in numbers:
        tasks.append(made(number))
    session.add_all(await asyncio.gather(*tasks, return_exceptions=True))""",
    "each by its place": """
    order, number = await asyncio.gather(made(1), asyncio.sleep(1))
    session.add(order)""",
    "each as it is done": """
    for task in asyncio.as_completed([made(number) for number in numbers], timeout=3):
        session.add(await task)""",
    "what a thread gives": """
    session.add(await asyncio.get_running_loop().run_in_executor(None, lambda: Order()))""",
    "a task": """
    task = asyncio.create_task(made(1))
    session.add(await task)""",
    "a task of a group": """
    async with asyncio.TaskGroup() as group:
        task = group.create_task(made(1))
    session.add(await task)""",
    "what a task of a group gives": """
    async with asyncio.TaskGroup() as group:
        task = group.create_task(made(1))
    session.add(task.result())""",
    "those that are done": """
    done, _ = await asyncio.wait([asyncio.create_task(made(number)) for number in numbers])
    session.add_all(task.result() for task in done)""",
    "a list of tasks": """
    session.add_all(await asyncio.gather(*[asyncio.create_task(made(number)) for number in numbers]))""",
    "a group of anyio": """
    async def add(number):
        session.add(await made(number))
    async with anyio.create_task_group() as group:
        group.start_soon(add, 1)""",
    "a task of a loop": """
    session.add(await asyncio.get_running_loop().create_task(made(1)))""",
    "one for a while": """
    session.add(await asyncio.wait_for(made(1), timeout=3))""",
    "one that is not cancelled": """
    session.add(await asyncio.shield(made(1)))""",
}


@pytest.mark.parametrize("statements", WAITED.values(), ids=WAITED)
def test_what_is_waited_for_is_added(statements: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/services.py
import anyio, asyncio
from shop.models import Line, Order, Session
async def made(number):
    return Order(id=number)
async def work(session: Session, numbers):{statements}
    session.commit()  #> insert orders
""")


def test_what_another_place_of_a_list_holds_is_not() -> None:
    assert_touches(f"""{MODELS}
# file: shop/services.py
import asyncio
from shop.models import Line, Order, Session
async def order():
    return Order()
async def line():
    return Line()
async def work(session: Session):
    first, second = await asyncio.gather(order(), line())
    session.add(second)
    session.commit()  #> insert lines
""")


@pytest.mark.parametrize(
    ("function", "wrapper"),
    [
        ("async def run(self, order):\n        pass", "orders"),
        ("def run(self, order):\n        pass", "lines"),
        ("async def run(self, order):\n        yield order", "lines"),
        ("run = functools.partial(print)", "orders, insert lines"),
    ],
)
@pytest.mark.parametrize("asked", ["asyncio.iscoroutinefunction", "inspect.iscoroutinefunction"])
def test_the_wrapper_of_a_function_to_be_awaited(function: str, wrapper: str, asked: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/services.py
import asyncio, functools, inspect
from shop.models import *
def logged(function):
    if {asked}(function):
        async def awaiting(self, *args):
            self.session.add(Order())
            return await function(self, *args)
        return awaiting
    def plain(self, *args):
        self.session.add(Line())
        return function(self, *args)
    return plain
class Service:
    def __init__(self, session: Session):
        self.session = session
    {function}
    run = logged(run)
def work(session: Session, order):
    Service(session).run(order)
    session.commit()  #> insert {wrapper}
""")


def test_an_object_that_is_awaited_does_what_its_class_says() -> None:
    assert_touches(f"""{MODELS}
# file: shop/loading.py
from shop.models import *
class Loaded:
    def __init__(self, session):
        self.session = session
    async def load(self):
        self.session.add(Order())
        return self
    def __await__(self):
        return self.load().__await__()
    def log(self):
        self.session.add(Customer())
async def work(session: Session):
    loaded = Loaded(session)
    session.add(Line())
    (await loaded).log()
    session.commit()  #> insert orders, insert lines, insert customers
""")
