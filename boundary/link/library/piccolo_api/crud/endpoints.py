"""What do the routes do that are served for a table?  See `../../../frameworks/crud_routes.py`."""


class PiccoloCRUD:
    def __init__(self, table, read_only=True, allow_bulk_delete=False, **kwargs): ...

    @staticmethod
    async def get_all(table):
        await table.select()
        await table.count()

    @staticmethod
    async def get_single(table):
        await table.exists()
        await table.select().first()

    @staticmethod
    async def post_single(table):
        await table().save()

    @staticmethod
    async def put_single(table):
        await table.exists()
        await table.update({})

    @staticmethod
    async def patch_single(table):
        await table.exists()
        await table.update({})
        await table.select().first()

    @staticmethod
    async def delete_single(table):
        await table.exists()
        await table.delete()

    @staticmethod
    async def delete_all(table):
        await table.delete(force=True)
