"""What runs for the rows that somebody has ticked?  The action that the request names."""


class ActionsMixin:
    def is_action_allowed(self, name):
        return __unknown__

    def handle_action(self, return_view=None):
        return __unknown__
