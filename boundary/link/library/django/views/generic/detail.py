"""How does a view find its one object?"""

from django.views.generic.base import ContextMixin, TemplateResponseMixin, View


class SingleObjectMixin(ContextMixin):
    model = None
    queryset = None
    slug_field = "slug"
    context_object_name = None
    slug_url_kwarg = "slug"
    pk_url_kwarg = "pk"

    def get_object(self, queryset=None):
        if queryset is None:
            queryset = self.get_queryset()
        if __unknown__:
            queryset = queryset.filter(**{self.get_slug_field(): __unknown__})
        return queryset.get()

    def get_queryset(self):
        if self.queryset is None:
            return self.model._default_manager.all()
        return self.queryset.all()

    def get_slug_field(self):
        return self.slug_field

    def get_context_object_name(self, obj):
        return self.context_object_name

    def get_context_data(self, **kwargs):
        named = __by_name__(self.get_context_object_name(self.object), "", self.object)
        return super().get_context_data(**{"object": self.object, **named, **kwargs})


class BaseDetailView(SingleObjectMixin, View):
    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        context = self.get_context_data(object=self.object)
        return self.render_to_response(context)


class SingleObjectTemplateResponseMixin(TemplateResponseMixin):
    template_name_field = None
    template_name_suffix = "_detail"

    def get_template_names(self):
        if self.template_name is not None:
            return [self.template_name]
        return [__template_name__(self.template_name_suffix, self.object, self.model)]


class DetailView(SingleObjectTemplateResponseMixin, BaseDetailView):
    pass
