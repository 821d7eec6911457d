"""What do FastCRUD's methods do with the rows of their model?  Each commits, unless it is told not to."""

from sqlalchemy import delete, func, select, update


class FastCRUD:
    def __init__(self, model, is_deleted_column="is_deleted", deleted_at_column="deleted_at", updated_at_column="updated_at"):
        self.model = model

    async def create(self, db, object, commit=True, **kwargs):
        row = self.model(**object)
        db.add(row)
        if commit:
            await db.commit()
        return row

    async def upsert(self, db, instance, commit=True, **kwargs):
        row = await db.merge(self.model(**instance))
        if commit:
            await db.commit()
        return row

    async def update(self, db, object, allow_multiple=False, commit=True, **kwargs):
        await db.execute(update(self.model))
        if commit:
            await db.commit()

    async def db_delete(self, db, allow_multiple=False, commit=True, **kwargs):
        await db.execute(delete(self.model))
        if commit:
            await db.commit()

    async def delete(self, db, db_row=None, commit=True, **kwargs):
        row = (await db.scalars(select(self.model))).first()
        await db.delete(row)
        if commit:
            await db.commit()

    async def get(self, db, *args, **kwargs):
        return (await db.scalars(select(self.model))).first()

    async def exists(self, db, **kwargs):
        return (await db.execute(select(func.count()).select_from(self.model))).scalar_one()

    count = exists

    async def get_multi(self, db, *args, **kwargs):
        return {"data": (await db.scalars(select(self.model))).all(), "total_count": 0}

    get_joined = get
    get_multi_joined = get_multi_by_cursor = get_multi
