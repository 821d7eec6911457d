"""Which plugins does the package bring?"""

from cms.plugin_base import CMSPluginBase
from cms.plugin_pool import plugin_pool

from djangocms_text_ckeditor.models import Text


@plugin_pool.register_plugin
class TextPlugin(CMSPluginBase):
    model = Text
