"""What does a field ask whose choices are rows?  Its query, when it is shown or checked; it holds one of them."""

from wtforms.fields import SelectFieldBase


class QuerySelectField(SelectFieldBase):
    def __init__(self, label=None, validators=None, query_factory=None, **kwargs):
        super().__init__(label, validators)
        self.query_factory = query_factory
        self.query = None

    def _rows(self):
        return self.query or self.query_factory()

    @property
    def data(self):
        return next(iter(self._rows()), None)

    @data.setter
    def data(self, value):
        pass

    def iter_choices(self):
        return list(self._rows())

    def pre_validate(self, form):
        self.iter_choices()


class QuerySelectMultipleField(QuerySelectField):
    @property
    def data(self):
        return list(self._rows())

    @data.setter
    def data(self, value):
        pass
