from sqlalchemy.orm.decl_api import Declarative

DefaultMeta = BindMetaMixin = NameMetaMixin = type


class Model(Declarative):
    """The base that gives each model a table named after its class, and `query`."""
