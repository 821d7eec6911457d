from sqlalchemy.ext.asyncio import AsyncSession
