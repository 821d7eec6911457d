from sqlalchemy.orm.session import Session, scoped_session

ScopedSession = scoped_session
