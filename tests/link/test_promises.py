"""What promises and loaders of batches give, and what runs when they have it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

PROMISES = {
    "got": "Promise.resolve(Log()).get().save()",
    "then": "Promise.resolve(Log()).then(lambda log: log.save())",
    "then and then": "Promise.resolve(1).then(lambda one: Log()).then(lambda log: log.save())",
    "a promise of one": "Promise.resolve(Promise.resolve(Log())).get().save()",
    "all": "for one in Promise.all([Log(), Promise.resolve(Log())]).get(): one.save()",
    "by name": "Promise.for_dict({'log': Promise.resolve(Log())}).get()['log'].save()",
    "of a function": "Promise.promisify(lambda: Log())().get().save()",
    "made by a function": "Promise(lambda resolve, reject: resolve(Log().save()))",
    "awaited": "(await Promise.resolve(Log())).save()",
}
LOADERS = {
    "by a key": "load(1).get()",
    "by many": "load_many([1, 2]).get()[0]",
    "and then": "load(1).then(lambda row: row).get()",
}


@pytest.mark.parametrize("said", PROMISES)
def test_a_promise(said: str) -> None:
    assert_touches(f"""
from promise import Promise
async def other():
    Promise.resolve(Tag()).get().save()
async def work():
    with transaction.atomic():  #> insert shop_log
        {PROMISES[said]}
""")


@pytest.mark.parametrize("asked", LOADERS)
def test_a_loader_of_promises(asked: str) -> None:
    assert_touches(f"""
from promise import Promise
from promise.dataloader import DataLoader
class Loader(DataLoader):
    def __new__(cls, context):
        if cls.name not in context.loaders:
            context.loaders[cls.name] = super().__new__(cls)
        return context.loaders[cls.name]
    def batch_load_fn(self, keys):
        rows = self.batch_load(keys)
        return rows if isinstance(rows, Promise) else Promise.resolve(rows)
class Logs(Loader):
    name = "logs"
    def batch_load(self, keys):
        return [Log.objects.create() for key in keys]
class Tags(Loader):
    name = "tags"
    def batch_load(self, keys):
        return Promise.resolve([Tag.objects.create() for key in keys])
class Context:
    loaders = {{}}
def work():
    with transaction.atomic():  #> delete shop_log, insert shop_log
        Logs(Context()).{LOADERS[asked]}.delete()
    with transaction.atomic():  #> delete shop_order_tags, delete shop_tag, insert shop_tag
        Tags(Context()).{LOADERS[asked]}.delete()
""")


@pytest.mark.parametrize("asked", ["load(1)", "load_many([1, 2])"])
@pytest.mark.parametrize(
    ("imported", "made"),
    [
        ("from aiodataloader import DataLoader", "DataLoader({})"),
        ("from aiodataloader import DataLoader", "DataLoader(batch_load_fn={})"),
        ("from strawberry.dataloader import DataLoader", "DataLoader(load_fn={})"),
    ],
)
def test_a_loader_that_is_awaited(imported: str, made: str, asked: str) -> None:
    assert_touches(f"""
{imported}
async def logs(keys):
    return [Log.objects.create() for key in keys]
async def tags(keys):
    return [Tag.objects.create() for key in keys]
of_logs, of_tags = {made.format("logs")}, {made.format("tags")}
async def work():
    with transaction.atomic():  #> insert shop_log
        await of_logs.{asked}
    with transaction.atomic():  #> insert shop_tag
        await of_tags.{asked}
""")
