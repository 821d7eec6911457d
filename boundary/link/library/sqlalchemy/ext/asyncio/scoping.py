from sqlalchemy.ext.asyncio import *
