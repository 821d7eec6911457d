"""What is a plugin?  A node of the tree of all plugins and, below it, the row of its own kind.

Copying one copies the row of its kind, whichever it is: of every kind that is registered.
"""

from django.db import models, transaction
from treebeard.mp_tree import MP_Node

from cms.plugin_pool import plugin_pool


class CMSPlugin(MP_Node):
    placeholder = models.ForeignKey("cms.Placeholder", on_delete=models.CASCADE, editable=False, null=True)
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, editable=False)
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    language = models.CharField(max_length=15, editable=False)
    plugin_type = models.CharField(max_length=50, editable=False)

    class Meta:
        app_label = "cms"

    @property
    def page(self):
        return self.placeholder.page

    def get_plugin_class(self):
        return plugin_pool.get_plugin(self.plugin_type)

    def get_plugin_instance(self, admin=None):
        return self.get_bound_plugin(), __unknown__

    def get_bound_plugin(self):
        for plugin in plugin_pool.get_all_plugins():
            return plugin.model.objects.get(cmsplugin_ptr=self)
        return self

    @classmethod
    @transaction.atomic
    def __added__(cls, placeholder, **data):
        CMSPlugin.objects.filter(placeholder=placeholder).update(position=__unknown__)
        row = cls(placeholder=placeholder, **data)
        row.save()
        return row

    def copy_relations(self, old_instance):
        pass

    def post_copy(self, old_instance, new_old_ziplist):
        pass

    def copy_plugin(self, target_placeholder, target_language, parent_cache, no_signals=False):
        node = CMSPlugin.objects.create(placeholder=target_placeholder, language=target_language)
        for plugin in plugin_pool.get_all_plugins():
            copied = plugin.model.objects.get(cmsplugin_ptr=self)
            copied.save()
            copied.copy_relations(copied)
            copied.post_copy(copied, [])
        return node

    def move(self, target, pos=None):
        self.save()
        return self
