"""What does a table call on its rows? Its `render_` methods, when it is shown."""


class Table:
    class Meta:
        model = None

    def __init__(self, data=None, *args, request=None, **kwargs):
        self.data = data
        self.request = request

    def __shown__(self):
        self.as_html(self.request)

    def as_html(self, request=None):
        self.before_render(request)
        for record in self.data:
            self.__call_matching__("render_", record=record)
        return __unknown__

    def before_render(self, request):
        pass

    def paginate(self, *args, **kwargs):
        return self

    def as_values(self, exclude_columns=None):
        return []
