"""Which plugins does the package bring?"""

from cms.plugin_base import CMSPluginBase
from cms.plugin_pool import plugin_pool

from djangocms_file.models import File, Folder


@plugin_pool.register_plugin
class FilePlugin(CMSPluginBase):
    model = File


@plugin_pool.register_plugin
class FolderPlugin(CMSPluginBase):
    model = Folder
