from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm.decl_api import Declarative


class SQLA(SQLAlchemy):
    pass


class Model(Declarative):
    pass


Base = Model
