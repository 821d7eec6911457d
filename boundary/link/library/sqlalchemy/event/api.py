from sqlalchemy.event import *
