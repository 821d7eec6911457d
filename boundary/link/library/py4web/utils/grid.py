"""What does a grid of py4web show and store?  It lists rows, and has forms that create, edit and delete one."""

from pydal.base import DAL
from pydal.tools import table_of
from py4web.utils.form import Form


class Column:
    def __init__(self, name, represent, required_fields=None, orderby=None, **kwargs):
        self.represent = represent


class Grid:
    def __init__(
        self,
        query,
        search_form=None,
        search_queries="auto",
        columns=None,
        field_id=None,
        show_id=None,
        orderby=None,
        left=None,
        headings=None,
        create=True,
        details=True,
        editable=True,
        deletable=True,
        validation=None,
        required_fields=None,
        pre_action_buttons=None,
        post_action_buttons=None,
        auto_process=True,
        **kwargs,
    ):
        self.param = __unknown__
        db = __instance__(DAL)
        table = table_of(query)
        db(query).count()
        rows = db(query).select(left=left)
        for row in rows:
            for column in columns:
                column.represent(row)
        if create:
            Form(table, validation=validation)
        record = table(__unknown__)
        if editable and record:
            Form(table, record=record, validation=validation, deletable=False)
        if deletable:
            db(query).delete()

    def process(self): ...
