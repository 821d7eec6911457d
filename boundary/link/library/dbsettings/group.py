"""What is a group of settings?  An object whose attributes are settings; a model may have one for itself."""


class Group:
    def __init__(self, verbose_name="", copy=True, app_label=None): ...
