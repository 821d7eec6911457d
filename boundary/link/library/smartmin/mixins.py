"""Which views run outside the transaction of their request, and which hand it to their form?"""

from django.db import transaction
from django.utils.decorators import method_decorator


class PassRequestToFormMixin:
    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "request": self.request}


class NonAtomicMixin:
    @method_decorator(transaction.non_atomic_requests)
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)
