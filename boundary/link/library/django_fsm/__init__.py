"""What does a transition call around the method that it is made of?"""

from functools import wraps

from django.db import models
from django_fsm.signals import post_transition, pre_transition


class TransitionNotAllowed(Exception):
    pass


class InvalidResultState(Exception):
    pass


class ConcurrentTransition(Exception):
    pass


class FSMFieldMixin:
    pass


class FSMField(FSMFieldMixin, models.CharField):
    pass


class FSMIntegerField(FSMFieldMixin, models.IntegerField):
    pass


class FSMKeyField(FSMFieldMixin, models.ForeignKey):
    pass


class FSMModelMixin:
    pass


class ConcurrentTransitionMixin:
    pass


def transition(field, source="*", target=None, on_error=None, conditions=(), permission=None, custom=None):
    def decorate(method):
        @wraps(method)
        def change(instance, *args, **kwargs):
            for condition in conditions:
                if not condition(instance):
                    raise TransitionNotAllowed
            told = {"sender": instance.__class__, "instance": instance, "name": method.__name__, "target": target}
            pre_transition.send(**told)
            try:
                result = method(instance, *args, **kwargs)
            except Exception as exc:
                if on_error:
                    post_transition.send(**told, exception=exc)
                raise
            post_transition.send(**told)
            return result

        return change

    return decorate


def can_proceed(bound_method, check_conditions=True):
    return __unknown__


def has_transition_perm(bound_method, user):
    return __unknown__


class State:
    def get_state(self, model, transition, result, args=(), kwargs={}):
        return __unknown__


class RETURN_VALUE(State):
    pass


class GET_STATE(State):
    def __init__(self, func, states=None):
        self.func = func
