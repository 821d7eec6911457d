"""What does a page of a query ask for?  Its rows, and how many there are in all."""

from paginate import Page


class SqlalchemyOrmPage(Page):
    def __init__(self, query, page=1, items_per_page=20, item_count=None, url_maker=None, wrapper_class=None, **kwargs):
        self.item_count = item_count if item_count is not None else query.count()
        self.items = query.all()

    def __iter__(self):
        return iter(self.items)


class SqlalchemySelectPage(Page):
    def __init__(self, db_session, collection, page=1, items_per_page=20, item_count=None, url_maker=None, **kwargs):
        self.item_count = item_count if item_count is not None else db_session.execute(collection).scalar()
        self.items = db_session.execute(collection).all()

    def __iter__(self):
        return iter(self.items)
