"""What does a report of Tryton call back?"""

from trytond.pool import PoolBase


class Report(PoolBase):
    @classmethod
    def execute(cls, ids, data):
        records = cls._get_records(ids, None, data)
        cls.get_context(records, {}, data)
        return cls.render(None, {})

    @classmethod
    def _get_records(cls, ids, model, data): ...

    @classmethod
    def get_context(cls, records, header, data):
        return {**__unknown__}

    @classmethod
    def render(cls, report, report_context): ...
