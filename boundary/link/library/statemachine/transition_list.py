"""Transitions, one or several; as a decorator they keep what runs on them."""


class TransitionList:
    def __or__(self, other):
        if __unknown__:
            return self
        return other

    def __call__(self, function): ...
