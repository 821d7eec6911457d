from coaster.sqlalchemy.query import Query


class ModelBase:
    """The base beside SQLAlchemy's that gives each model `query`."""

    query_class = Query

    @classmethod
    def init_flask_sqlalchemy(cls, fsa):
        pass
