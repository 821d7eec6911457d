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
    "a task": """
    task = asyncio.create_task(made(1))
    session.add(await task)""",
    "a task of a group": """
    async with asyncio.TaskGroup() as group:
        task = group.create_task(made(1))
    session.add(await task)""",
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
import asyncio
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
