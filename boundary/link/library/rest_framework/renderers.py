"""What do renderers call?  Those of the package nothing that touches a table, but for what the project overrides."""


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
    def render(self, data, accepted_media_type=None, renderer_context=None):
        self.get_context(data, accepted_media_type, renderer_context)
        return __unknown__

    def get_context(self, data, accepted_media_type, renderer_context):
        return {**__unknown__, "view": renderer_context["view"], "request": renderer_context["request"]}
