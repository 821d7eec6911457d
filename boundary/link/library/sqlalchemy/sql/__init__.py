from sqlalchemy.sql.core import *
from sqlalchemy.sql import expression, schema, selectable, functions
