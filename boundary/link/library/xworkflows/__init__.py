"""What does a transition call around the method that it is made of?  Its workflow logs it, once it is through."""

from functools import wraps


class WorkflowError(Exception):
    pass


class AbortTransition(WorkflowError):
    pass


class InvalidTransitionError(AbortTransition):
    pass


class ForbiddenTransition(AbortTransition):
    pass


class Workflow:
    def log_transition(self, transition, from_state, instance, *args, **kwargs):
        pass


def transition(trname="", field="", check=None, before=None, after=None):
    def decorate(method):
        @wraps(method)
        def change(instance, *args, **kwargs):
            if check is not None:
                check(instance)
            if before is not None:
                before(instance, *args, **kwargs)
            result = method(instance, *args, **kwargs)
            for workflow in instance.__workflows__:
                workflow.log_transition(__unknown__, __unknown__, instance, *args, **kwargs)
            if after is not None:
                after(instance, result, *args, **kwargs)
            return result

        return change

    return decorate


def _hook(*names, **options):
    def decorate(method):
        return method

    return decorate


before_transition = after_transition = transition_check = on_enter_state = on_leave_state = _hook
