"""Which session do the controllers of TurboGears 1 share, and what describes their tables?"""

from sqlalchemy.engine import Engine
from sqlalchemy.orm.session import scoped_session
from sqlalchemy.sql.core import MetaData

session = scoped_session()
metadata = MetaData()


def get_engine(pkg=None):
    return Engine()


def create_session():
    return session
