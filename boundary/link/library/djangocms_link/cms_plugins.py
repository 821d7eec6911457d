"""Which plugins does the package bring?"""

from cms.plugin_base import CMSPluginBase
from cms.plugin_pool import plugin_pool

from djangocms_link.models import Link


@plugin_pool.register_plugin
class LinkPlugin(CMSPluginBase):
    model = Link
