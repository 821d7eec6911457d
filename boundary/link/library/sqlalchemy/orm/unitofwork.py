from sqlalchemy.orm.session import *
