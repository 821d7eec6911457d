"""What does a form of py4web store?  It does so where it is made, if the request has been filled in."""

from pydal.objects import Row
from pydal.tools import table_of


class Form:
    def __init__(
        self,
        table,
        record=None,
        readonly=False,
        deletable=True,
        showreadonly=True,
        formstyle=None,
        dbio=True,
        keep_values=False,
        form_name=None,
        hidden=None,
        validation=None,
        csrf_session=None,
        csrf_protection=True,
        lifespan=None,
        signing_info=None,
        submit_value=None,
        show_id=False,
        auto_process=True,
        T=None,
        **kwargs,
    ):
        self.vars = __unknown__
        self.errors = __unknown__
        self.accepted = __unknown__
        held = table_of(table)
        if record is not None and not isinstance(record, Row):
            record = held(record)
        self.record = record
        if readonly:
            return
        held._validate()
        if validation:
            validation(self)
        if dbio:
            if record is None:
                held.insert()
            else:
                record.update_record()
                if deletable:
                    record.delete_record()


FormStyleDefault = __unknown__
FormStyleBulma = __unknown__
FormStyleBootstrap4 = __unknown__
FormStyleBootstrap5 = __unknown__
