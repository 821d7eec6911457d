from sqlalchemy import *
from sqlalchemy.engine import Engine, create_engine
