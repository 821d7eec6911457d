"""What are template responses? They are rendered after the view, outside its transaction."""

from django.http.response import HttpResponse


class SimpleTemplateResponse(HttpResponse):
    def __init__(self, template, context=None, *args, **kwargs):
        self.template_name = template
        self.context_data = context

    def render(self):
        return self

    def add_post_render_callback(self, callback):
        callback(self)


class TemplateResponse(SimpleTemplateResponse):
    def __init__(self, request, template, context=None, *args, **kwargs):
        super().__init__(template, context)
