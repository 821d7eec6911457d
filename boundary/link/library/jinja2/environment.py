"""What loads templates, and what is filled."""


class Template:
    def __init__(self, source, *args, **kwargs):
        pass

    def render(self, *args, **kwargs): ...

    def render_async(self, *args, **kwargs): ...

    def generate(self, *args, **kwargs): ...

    def generate_async(self, *args, **kwargs): ...

    def stream(self, *args, **kwargs): ...


class Environment:
    def __init__(self, *args, **kwargs):
        pass

    def get_template(self, name, parent=None, globals=None): ...

    def select_template(self, names, parent=None, globals=None): ...

    def get_or_select_template(self, template_name_or_list, parent=None, globals=None): ...

    def from_string(self, source, globals=None, template_class=None):
        return Template(source)

    def overlay(self, *args, **kwargs):
        return self
