"""What do the mixins ask before a view runs?"""

from django.http import Http404
from waffle import flag_is_active, switch_is_active


class WaffleFlagMixin:
    waffle_flag = None

    def dispatch(self, request, *args, **kwargs):
        if not flag_is_active(request, self.waffle_flag) and __unknown__:
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class WaffleSwitchMixin:
    waffle_switch = None

    def dispatch(self, request, *args, **kwargs):
        if not switch_is_active(self.waffle_switch) and __unknown__:
            raise Http404
        return super().dispatch(request, *args, **kwargs)
