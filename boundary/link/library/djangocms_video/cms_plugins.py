"""Which plugins does the package bring?"""

from cms.plugin_base import CMSPluginBase
from cms.plugin_pool import plugin_pool

from djangocms_video.models import HlsStreamSource, VideoPlayer, VideoSource, VideoTrack


@plugin_pool.register_plugin
class VideoPlayerPlugin(CMSPluginBase):
    model = VideoPlayer


@plugin_pool.register_plugin
class VideoSourcePlugin(CMSPluginBase):
    model = VideoSource


@plugin_pool.register_plugin
class HlsStreamSourcePlugin(CMSPluginBase):
    model = HlsStreamSource


@plugin_pool.register_plugin
class VideoTrackPlugin(CMSPluginBase):
    model = VideoTrack
