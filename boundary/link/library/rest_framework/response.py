"""What is a response of the API?"""

from django.template.response import SimpleTemplateResponse


class Response(SimpleTemplateResponse):
    def __init__(self, data=None, status=None, template_name=None, headers=None, exception=False, content_type=None):
        self.data = data
