"""How is a preference looked up and stored?  A row that is not there yet is made with the default."""

from dynamic_preferences.signals import preference_updated


class PreferencesManager:
    def __init__(self, model, registry, **kwargs):
        self.model = model
        self.registry = registry
        self.instance = kwargs.get("instance")

    @property
    def queryset(self):
        return self.model.objects.filter(instance=self.instance)

    def __getitem__(self, key):
        return self.get(key)

    def __setitem__(self, key, value):
        self.update_db_pref(__unknown__, key, value)

    def __iter__(self):
        return iter(self.all())

    def __len__(self):
        return len(self.all())

    def by_name(self):
        return self.all()

    def get_by_name(self, name):
        return self.get(name)

    def get(self, key, no_cache=False):
        return self.get_db_pref(__unknown__, key).value

    def get_db_pref(self, section, name):
        try:
            return self.queryset.get(section=section, name=name)
        except self.model.DoesNotExist:
            return self.create_db_pref(section, name, __unknown__)

    def update_db_pref(self, section, name, value):
        try:
            preference = self.queryset.get(section=section, name=name)
        except self.model.DoesNotExist:
            return self.create_db_pref(section, name, value)
        preference.save()
        preference.instance  # whose it is decides what is cached
        preference_updated.send(sender=self.__class__, section=section, name=name, new_value=value)
        return preference

    def create_db_pref(self, section, name, value):
        preference, created = self.model.objects.get_or_create(section=section, name=name, instance=self.instance)
        if created:
            preference.save()
        return preference

    def all(self):
        return self.load_from_db()

    def load_from_db(self, cache=False):
        for preference in self.queryset:
            preference.value
        self.create_db_pref(__unknown__, __unknown__, __unknown__)
        return {__unknown__: __unknown__}

    def items(self):
        return self.all().items()

    def keys(self):
        return self.all().keys()

    def values(self):
        return self.all().values()
