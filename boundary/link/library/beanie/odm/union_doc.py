"""What is a union?  One collection for documents of several classes."""

from beanie.odm.bulk import BulkWriter
from beanie.odm.interfaces.find import FindInterface


class UnionDoc(FindInterface):
    @classmethod
    def bulk_writer(cls, **kwargs):
        return BulkWriter()
