"""What does a decorated method run in?  The transaction of its caller, whose cursor it is handed, or one of its own."""

import functools


def db_transaction(**client_options):
    def decorator(meth):
        @functools.wraps(meth)
        def within(self, *args, db=None, cur=None, **kwargs):
            if cur:
                return meth(self, *args, db=db, cur=cur, **kwargs)
            db = self.get_db()
            with db.transaction() as cur:
                return meth(self, *args, db=db, cur=cur, **kwargs)

        return within

    return decorator


db_transaction_generator = db_transaction
