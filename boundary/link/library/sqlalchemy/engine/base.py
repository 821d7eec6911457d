from sqlalchemy.engine import *
