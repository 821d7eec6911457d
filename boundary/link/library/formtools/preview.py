"""What does a form with a preview call?"""

from django.http import HttpResponse


class FormPreview:
    def __init__(self, form):
        self.form = form

    def __call__(self, request, *args, **kwargs):
        self.parse_params(request, *args, **kwargs)
        form = self.form(request.POST)
        if form.is_valid():
            self.process_preview(request, form, {})
            return self.done(request, form.cleaned_data)
        return HttpResponse()

    def parse_params(self, request, *args, **kwargs):
        pass

    def process_preview(self, request, form, context):
        pass

    def get_initial(self, request):
        return {}

    def get_context(self, request, form):
        return {**__unknown__}

    def failed_hash(self, request):
        return HttpResponse()

    def done(self, request, cleaned_data):
        raise NotImplementedError
