"""What do renderers call? Nothing that touches a table."""


class BaseRenderer:
    media_type = None
    format = None

    def render(self, data, accepted_media_type=None, renderer_context=None):
        return __unknown__


class JSONRenderer(BaseRenderer):
    pass


class TemplateHTMLRenderer(BaseRenderer):
    pass


class StaticHTMLRenderer(TemplateHTMLRenderer):
    pass


class BrowsableAPIRenderer(BaseRenderer):
    pass
