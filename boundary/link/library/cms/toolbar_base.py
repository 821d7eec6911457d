"""What does a toolbar do?  It is filled while a page is rendered."""


class CMSToolbar:
    __entry_points__ = {"populate": "route", "post_template_populate": "route"}

    def __init__(self, request, toolbar, is_current_app, app_path):
        self.request = request
        self.toolbar = toolbar

    def populate(self):
        pass

    def post_template_populate(self):
        pass
