from sqlalchemy.orm.session import scoped_session, Session
