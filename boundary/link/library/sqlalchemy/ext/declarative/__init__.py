from sqlalchemy.orm.decl_api import *
