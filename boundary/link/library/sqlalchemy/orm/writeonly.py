from sqlalchemy.orm.query import *
