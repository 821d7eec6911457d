from sqlalchemy.sql.core import *
from sqlalchemy.engine import Connection, Engine, Result, Row, create_engine, engine_from_config
from sqlalchemy.engine import CursorResult, MappingResult, RowMapping, ScalarResult
from sqlalchemy import event, orm, sql, engine, ext


def inspect(subject, raiseerr=True):
    pass
