"""What do the routes do that are served for a model?  See `../../frameworks/crud_routes.py`."""

from fastapi import APIRouter


class CRUDRouter(APIRouter):
    pass


class OrmarCRUDRouter(CRUDRouter):
    @staticmethod
    async def get_all(table):
        return await table.objects.limit(1).all()

    @staticmethod
    async def get_one(table):
        return await table.objects.filter().first()

    @staticmethod
    async def create(table):
        return await table.objects.create()

    @staticmethod
    async def update(table):
        await table.objects.filter().update()
        return await table.objects.filter().first()

    @staticmethod
    async def delete_one(table):
        row = await table.objects.filter().first()
        await row.delete()

    @staticmethod
    async def delete_all(table):
        await table.objects.delete(each=True)
        return await table.objects.all()


class GinoCRUDRouter(CRUDRouter):
    @staticmethod
    async def get_all(table):
        return await table.query.gino.all()

    @staticmethod
    async def get_one(table):
        return await table.get(1)

    @staticmethod
    async def create(table):
        return await table.create()

    @staticmethod
    async def update(table):
        row = await table.get(1)
        await row.update().apply()

    @staticmethod
    async def delete_one(table):
        row = await table.get(1)
        await row.delete()

    @staticmethod
    async def delete_all(table):
        await table.delete.gino.status()
        return await table.query.gino.all()


class TortoiseCRUDRouter(CRUDRouter):
    @staticmethod
    async def get_all(table):
        return await table.all()

    @staticmethod
    async def get_one(table):
        return await table.filter().first()

    @staticmethod
    async def create(table):
        await table().save()

    @staticmethod
    async def update(table):
        await table.filter().update()
        return await table.filter().first()

    @staticmethod
    async def delete_one(table):
        row = await table.filter().first()
        await table.filter().delete()

    @staticmethod
    async def delete_all(table):
        await table.all().delete()
        return await table.all()
