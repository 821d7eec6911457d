from sqlalchemy.sql.core import *
