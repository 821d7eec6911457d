"""What does an interface to a mapped class do with its rows?  Each change is committed at once."""

from sqlalchemy.orm import Session


class SQLAInterface:
    session = Session()

    def __init__(self, obj, session=None):
        self.obj = obj

    def query(self, *args, **kwargs):
        return __unknown__, self.session.query(self.obj).all()

    def query_simple_all(self):
        return self.session.query(self.obj).all()

    get_all = query_simple_all

    def get(self, id, *args, **kwargs):
        return self.session.query(self.obj).first()

    get_pk_item = get

    def add(self, item, raise_exception=False):
        self.session.add(item)
        self.session.commit()
        return True

    def edit(self, item, raise_exception=False):
        self.session.commit()
        return True

    def delete(self, item, raise_exception=False):
        self.session.delete(item)
        self.session.commit()
        return True

    def delete_all(self, items):
        for item in items:
            self.session.delete(item)
        self.session.commit()
        return True
