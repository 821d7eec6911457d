"""Where does Flask-Dance keep tokens?  In a table of the application's own class."""

from sqlalchemy import Column, DateTime, Integer, JSON, String
from sqlalchemy.orm import declared_attr


class OAuthConsumerMixin:
    @declared_attr
    def __tablename__(cls):
        return "flask_dance_{}".format(cls.__name__.lower())

    id = Column(Integer, primary_key=True)
    provider = Column(String)
    created_at = Column(DateTime)
    token = Column(JSON)


class SQLAlchemyStorage:
    def __init__(self, model, session, user=None, user_id=None, user_required=None, anon_user=None, cache=None):
        self.model = model
        self.session = session

    def get(self, blueprint, user=None, user_id=None):
        return self.session.query(self.model).first()

    def set(self, blueprint, token, user=None, user_id=None):
        self.session.query(self.model).delete()
        self.session.add(self.model())
        self.session.commit()

    def delete(self, blueprint, user=None, user_id=None):
        self.session.query(self.model).delete()
        self.session.commit()
