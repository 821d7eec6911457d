"""Views of models with translations."""

from django.views import generic


class ViewUrlMixin: ...


class TranslatableSlugMixin: ...


class TranslatableSingleObjectMixin: ...


class TranslatableModelFormMixin(TranslatableSingleObjectMixin): ...


class TranslatableCreateView(TranslatableModelFormMixin, generic.CreateView): ...


class TranslatableUpdateView(TranslatableModelFormMixin, generic.UpdateView): ...
