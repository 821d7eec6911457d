"""What do saves and deletes of registered models do to the index?"""

from contextlib import ContextDecorator

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.db.models.signals import post_save, pre_delete
from watson.models import SearchEntry


class SearchAdapterError(Exception): ...


class SearchEngineError(Exception): ...


class RegistrationError(SearchEngineError): ...


class SearchContextError(Exception): ...


class SearchAdapter:
    fields = ()
    exclude = ()
    store = ()

    def __init__(self, model):
        self.model = model

    def get_title(self, obj):
        return str(obj)

    def get_description(self, obj):
        return ""

    def get_content(self, obj):
        return __unknown__

    def get_url(self, obj):
        return __unknown__

    def get_meta(self, obj):
        return __unknown__

    def get_live_queryset(self):
        return None


class SearchContextManager:
    def is_active(self):
        return __unknown__

    def start(self): ...

    def add_to_context(self, engine, obj): ...

    def invalidate(self): ...

    def is_invalid(self):
        return __unknown__

    def end(self):
        if __unknown__:
            index()

    def update_index(self):
        return SearchContext(self)

    def skip_index_update(self):
        return SkipSearchContext(self)


class SearchContext(ContextDecorator):
    def __init__(self, context_manager):
        self._context_manager = context_manager

    def __enter__(self):
        self._context_manager.start()

    def __exit__(self, exc_type, exc_value, traceback):
        self._context_manager.end()


class SkipSearchContext(ContextDecorator):
    def __init__(self, context_manager):
        self._context_manager = context_manager

    def __enter__(self): ...

    def __exit__(self, exc_type, exc_value, traceback): ...


def index():
    ContentType.objects.get_for_model(__unknown__)
    entries = SearchEntry.objects.filter(object_id=__unknown__)
    if entries.update(title=__unknown__) > 1:
        entries.delete()
    SearchEntry.objects.bulk_create([SearchEntry()])


class SearchEngine:
    def __init__(self, engine_slug, search_context_manager=None): ...

    def register(self, model, adapter_cls=SearchAdapter, **field_overrides):
        if isinstance(model, QuerySet):
            registered = model.model
        else:
            registered = model
        post_save.connect(self._post_save_receiver, sender=registered)
        pre_delete.connect(self._pre_delete_receiver, sender=registered)
        return model

    def unregister(self, model): ...

    def is_registered(self, model):
        return __unknown__

    def get_registered_models(self):
        return []

    def get_adapter(self, model):
        return SearchAdapter(model)

    def cleanup_model_index(self, model):
        SearchEntry.objects.filter(content_type=ContentType.objects.get_for_model(model)).delete()

    def update_obj_index(self, obj):
        index()

    def _post_save_receiver(self, instance, **kwargs):
        if __unknown__:
            index()

    def _pre_delete_receiver(self, instance, **kwargs):
        SearchEntry.objects.filter(content_type=ContentType.objects.get_for_model(instance)).delete()

    def search(self, search_text, models=(), exclude=(), ranking=True, backend_name=None):
        return SearchEntry.objects.filter(engine_slug=__unknown__)

    def filter(self, queryset, search_text, ranking=True, backend_name=None):
        if isinstance(queryset, type):
            queryset = queryset._default_manager.all()
        SearchEntry.objects.filter(engine_slug=__unknown__).exists()
        return queryset


search_context_manager = SearchContextManager()
default_search_engine = SearchEngine("default")

search = default_search_engine.search
filter = default_search_engine.filter
register = default_search_engine.register
unregister = default_search_engine.unregister
is_registered = default_search_engine.is_registered
get_registered_models = default_search_engine.get_registered_models
get_adapter = default_search_engine.get_adapter
update_index = search_context_manager.update_index
skip_index_update = search_context_manager.skip_index_update


def _bulk_save_search_entries(search_entries, batch_size=100):
    SearchEntry.objects.bulk_create(search_entries)
