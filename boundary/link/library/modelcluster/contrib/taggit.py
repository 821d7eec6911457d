"""What do tags of a cluster write before it is saved? New tags alone: which of them it has, is saved with it."""

from taggit.managers import TaggableManager, _TaggableManager


class _ClusterTaggableManager(_TaggableManager):
    def add(self, *tags):
        self._to_tag_model_instances(tags, {})
        self._load()

    def set(self, *tags, **kwargs):
        self.add(__unknown__)

    def remove(self, *tags):
        self._load()

    def clear(self): ...

    def _load(self):
        self._lookup_kwargs()
        list(self.through._default_manager.select_related("tag"))


class ClusterTaggableManager(TaggableManager):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, manager=_ClusterTaggableManager, **kwargs)
