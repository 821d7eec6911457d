"""What do web2py's forms and grids store?  A form of a table inserts, or updates and deletes the row that it is of."""

from gluon.html import FORM
from pydal.base import DAL
from pydal.objects import Row
from pydal.tools import table_of


class SQLFORM(FORM):
    def __init__(self, table, record=None, deletable=False, linkto=None, upload=None, fields=None, readonly=False, **attributes):
        self.vars = __unknown__
        self.errors = __unknown__
        self.accepted = __unknown__
        self.custom = __unknown__
        self.table = table
        self.readonly = readonly
        self.deletable = deletable
        if record is not None and not isinstance(record, Row):
            record = table(record)
        self.record = record
        table._validate()

    def accepts(self, request_vars, session=None, formname="default", keepvalues=False, onvalidation=None, dbio=True, **kwargs):
        self.__store(onvalidation, dbio)
        return __unknown__

    def validate(self, onvalidation=None, dbio=False, **kwargs):
        self.__store(onvalidation, False)
        return __unknown__

    def process(self, onvalidation=None, onsuccess=None, onfailure=None, dbio=True, **kwargs):
        self.__store(onvalidation, dbio)
        if onsuccess:
            onsuccess(self)
        if onfailure:
            onfailure(self)
        return self

    def __store(self, onvalidation, dbio):
        self.table._validate()
        if onvalidation:
            onvalidation(self)
        if dbio and not self.readonly:
            if self.record is None:
                self.table.insert()
            else:
                self.record.update_record()
                if self.deletable:
                    self.record.delete_record()

    @staticmethod
    def factory(*fields, **attributes):
        return FORM()

    @staticmethod
    def dictform(dictionary, **kwargs):
        return FORM()

    @staticmethod
    def grid(
        query,
        fields=None,
        field_id=None,
        left=None,
        headers={},
        orderby=None,
        groupby=None,
        searchable=True,
        sortable=True,
        paginate=20,
        deletable=True,
        editable=True,
        details=True,
        selectable=None,
        create=True,
        csv=True,
        links=None,
        onvalidation=None,
        oncreate=None,
        onupdate=None,
        ondelete=None,
        **kwargs,
    ):
        db = __instance__(DAL)
        table = table_of(query)
        rows = db(query).select(left=left)
        db(query).count()
        for row in rows:
            for link in links:
                link(row)
                link["body"](row)
        if create:
            SQLFORM(table).process(onvalidation=onvalidation, onsuccess=oncreate)
        record = table(__unknown__)
        if editable and record:
            SQLFORM(table, record).process(onvalidation=onvalidation, onsuccess=onupdate)
        if details:
            table(__unknown__)
        if deletable:
            if ondelete:
                ondelete(table, __unknown__)
            table(__unknown__).delete_record()
        if selectable:
            selectable(__unknown__)
        return FORM()

    @staticmethod
    def smartgrid(table, constraints=None, linked_tables=None, links=None, **kwargs): ...


class SQLTABLE:
    def __init__(self, sqlrows, *args, **kwargs): ...


class ExportClass: ...
