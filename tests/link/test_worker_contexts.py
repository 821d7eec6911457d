"""What hooks of a worker put into its context is what its tasks find there."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

JOBS = """
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
# file: shop/jobs.py
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from shop.models import Order
class Idle:
    async def run(self):
        pass
class Orders:
    def __init__(self, unit):
        self.unit = unit
    async def run(self):
        self.unit.add(Order())
        await self.unit.commit()  #> insert orders
async def startup(ctx):
    ctx["make"] = async_sessionmaker(create_async_engine("postgresql+asyncpg://host/shop"))
async def before(ctx):
    ctx.update(orders=Orders(ctx["make"]()))
async def tidy(ctx: dict, key):
    async with ctx["make"]() as unit:
        await unit.delete(await unit.get(Order, key))
        await unit.commit()  #> delete orders, read orders
async def make(ctx):
    if ctx.get("orders") is not None:
        await ctx["orders"].run()
"""
WORKERS = {
    "arq": """
import arq
class WorkerSettings:
    functions = [tidy, make]
    on_startup = startup
    on_job_start = before
""",
    "SAQ's settings": """
from saq import Queue
def tasks():
    return [tidy, make]
settings = {"queue": Queue.from_url("redis://host"), "functions": tasks(), "startup": startup, "before_process": before}
""",
    "SAQ": """
from saq import Worker
def run(queue):
    Worker(queue, functions=[tidy, make], startup=startup, before_process=before)
""",
    "SAQ at times": """
from saq import CronJob, Worker
def run(queue):
    Worker(queue, cron_jobs=[CronJob(tidy, cron="0 3 * * *"), CronJob(make, cron="0 4 * * *")], startup=startup,
           before_process=before)
""",
    "Litestar": """
from litestar_saq import QueueConfig
def configured():
    return QueueConfig(tasks=[tidy, "shop.jobs.make"], startup=[startup], before_process="shop.jobs.before")
""",
}


@pytest.mark.parametrize("worker", WORKERS)
def test_tasks_find_what_hooks_put_there(worker: str) -> None:
    told = "# file: shop/worker.py\nfrom shop.jobs import before, make, startup, tidy"
    assert_touches(f"{JOBS}\n{told}\n{WORKERS[worker]}")


def test_a_context_that_is_handed_over_with_what_is_enqueued() -> None:
    assert_touches(f"""{JOBS}
# file: shop/worker.py
from arq import create_pool
from shop.jobs import *
class WorkerSettings:
    functions = [tidy, make]
    on_startup = startup
    on_job_start = before
async def view(pool):
    pool = await create_pool()
    await pool.enqueue_job("tidy", 3)
""")
