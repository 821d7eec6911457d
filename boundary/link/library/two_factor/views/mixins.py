"""Whom does a view let in?"""


class OTPRequiredMixin:
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)
