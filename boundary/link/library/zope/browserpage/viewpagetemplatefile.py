"""What are templates of views?  See `../../../frameworks/zope/templates.py`."""


class ViewPageTemplateFile:
    def __init__(self, filename, _prefix=None, content_type=None): ...
