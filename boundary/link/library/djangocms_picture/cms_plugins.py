"""Which plugins does the package bring?"""

from cms.plugin_base import CMSPluginBase
from cms.plugin_pool import plugin_pool

from djangocms_picture.models import Picture


@plugin_pool.register_plugin
class PicturePlugin(CMSPluginBase):
    model = Picture
