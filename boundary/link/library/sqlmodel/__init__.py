"""What is an SQLModel?  A mapped class if it says `table=True`, its fields the annotations."""

from sqlalchemy.sql.core import *
from sqlalchemy.engine import create_engine
from sqlalchemy.orm.decl_api import Declarative, association_proxy
from sqlalchemy.orm.session import Session
from sqlmodel.main import Field, Relationship, SQLModel

col = clause
