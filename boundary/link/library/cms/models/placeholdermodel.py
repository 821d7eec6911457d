"""What happens to the plugins in a placeholder?  They are copied, each with the row of its own model, and cleared."""

from django.db import models

from cms.plugin_pool import plugin_pool


class Placeholder(models.Model):
    slot = models.CharField(max_length=255)

    class Meta:
        app_label = "cms"

    @property
    def page(self):
        return self.page_set.first()

    def get_plugins(self, language=None):
        return self.cmsplugin_set.filter(language=language)

    def get_plugins_list(self, language=None):
        return list(self.get_plugins(language))

    def get_child_plugins(self, language=None):
        return self.get_plugins(language).filter(parent__isnull=True)

    def get_filled_languages(self):
        return list(self.cmsplugin_set.values_list("language"))

    def clear(self, language=None):
        self.cmsplugin_set.all().delete()

    def mark_as_dirty(self, language, clear_cache=True):
        for page in self.page_set.all():
            page.title_set.update(publisher_state=__unknown__)

    def copy_plugins(self, target_placeholder, language=None, root_plugin=None):
        copied = []
        for plugin in self.get_plugins(language):
            copied.append(plugin.copy_plugin(target_placeholder, language, {}))
        return copied
