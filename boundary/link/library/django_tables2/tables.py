"""What does a table call on its rows? Its `render_` methods, when it is shown."""


class Table:
    class Meta:
        model = None

    def __init__(self, data=None, *args, request=None, **kwargs):
        self.data = data
        self.request = request

    def before_render(self, request):
        pass

    def paginate(self, *args, **kwargs):
        return self

    def as_values(self, exclude_columns=None):
        return []
