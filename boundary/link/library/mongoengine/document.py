"""What do documents do?  The order in which they are checked, kept and told of; natives touch their collection.

See `../../frameworks/mongoengine/rows.py`.
"""

from mongoengine import signals
from mongoengine.base import BaseDocument
from mongoengine.errors import DoesNotExist, MultipleObjectsReturned


class EmbeddedDocument(BaseDocument):
    """A part of a document, with no collection of its own."""

    def save(self, *args, **kwargs):
        self._instance.save(*args, **kwargs)

    def reload(self, *args, **kwargs):
        self._instance.reload(*args, **kwargs)


class DynamicEmbeddedDocument(EmbeddedDocument):
    pass


class Document(BaseDocument):
    DoesNotExist = DoesNotExist
    MultipleObjectsReturned = MultipleObjectsReturned

    def save(
        self,
        force_insert=False,
        validate=True,
        clean=True,
        write_concern=None,
        cascade=None,
        cascade_kwargs=None,
        _refs=None,
        save_condition=None,
        signal_kwargs=None,
        **kwargs,
    ):
        signal_kwargs = signal_kwargs or {}
        signals.pre_save.send(self.__class__, document=self, **signal_kwargs)
        if validate:
            self.validate(clean=clean)
        created = self.__is_new__(force_insert)
        signals.pre_save_post_validation.send(self.__class__, document=self, created=created, **signal_kwargs)
        self.__write__(force_insert)
        if cascade:
            self.cascade_save()
        signals.post_save.send(self.__class__, document=self, created=created, **signal_kwargs)
        return self.__kept__()

    def __is_new__(self, force_insert=False): ...

    def __write__(self, force_insert=False): ...

    def __kept__(self): ...

    def cascade_save(self, **kwargs): ...

    def delete(self, signal_kwargs=None, **write_concern):
        signal_kwargs = signal_kwargs or {}
        signals.pre_delete.send(self.__class__, document=self, **signal_kwargs)
        self.__remove__()
        signals.post_delete.send(self.__class__, document=self, **signal_kwargs)

    def __remove__(self): ...

    def update(self, **kwargs): ...

    def modify(self, query=None, **update): ...

    def reload(self, *fields, **kwargs): ...

    def select_related(self, max_depth=1): ...

    def switch_db(self, db_alias, keep_created=True):
        return self

    def switch_collection(self, collection_name, keep_created=True): ...

    def to_dbref(self): ...

    @classmethod
    def drop_collection(cls): ...

    @classmethod
    def _get_db(cls):
        from mongoengine.connection import get_db

        return get_db()

    @classmethod
    def _get_collection(cls): ...

    @classmethod
    def _get_collection_name(cls): ...

    @classmethod
    def get_collection_name(cls):
        return cls._get_collection_name()

    @classmethod
    def ensure_indexes(cls): ...

    @classmethod
    def create_index(cls, keys, background=False, **kwargs): ...

    @classmethod
    def list_indexes(cls): ...

    @classmethod
    def compare_indexes(cls): ...

    @classmethod
    def register_delete_rule(cls, document_cls, field_name, rule): ...


class DynamicDocument(Document):
    pass


class MapReduceDocument:
    @property
    def object(self): ...
