"""What do documents have more with Flask?  A queryset that answers 404 where nothing is found."""

from flask import abort
from flask_mongoengine.pagination import ListFieldPagination, Pagination
from mongoengine import Document as OwnDocument
from mongoengine import DynamicDocument as OwnDynamicDocument
from mongoengine.queryset import QuerySet


class BaseQuerySet(QuerySet):
    def get_or_404(self, *args, **kwargs):
        return self.get(*args, **kwargs)

    def first_or_404(self, *args, **kwargs):
        found = self.first()
        return found if found else abort(404)

    def paginate(self, page, per_page, **kwargs):
        return Pagination(self, page, per_page)

    def paginate_field(self, field_name, doc_id, page, per_page, total=None):
        return ListFieldPagination(self, doc_id, field_name, page, per_page, total)


class Document(OwnDocument):
    meta = {"abstract": True, "queryset_class": BaseQuerySet}

    def paginate_field(self, field_name, page, per_page, total=None):
        return ListFieldPagination(self.__class__.objects, self.pk, field_name, page, per_page, total)


class DynamicDocument(OwnDynamicDocument):
    meta = {"abstract": True, "queryset_class": BaseQuerySet}
