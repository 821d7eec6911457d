"""Which plugins does the package bring?"""

from cms.plugin_base import CMSPluginBase
from cms.plugin_pool import plugin_pool

from djangocms_googlemap.models import GoogleMap, GoogleMapMarker, GoogleMapRoute


@plugin_pool.register_plugin
class GoogleMapPlugin(CMSPluginBase):
    model = GoogleMap


@plugin_pool.register_plugin
class GoogleMapMarkerPlugin(CMSPluginBase):
    model = GoogleMapMarker


@plugin_pool.register_plugin
class GoogleMapRoutePlugin(CMSPluginBase):
    model = GoogleMapRoute
