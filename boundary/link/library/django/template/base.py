"""What of the template language do applications subclass?"""


class TemplateSyntaxError(Exception):
    pass


class Template:
    def __init__(self, template_string, *args, **kwargs):
        pass

    def render(self, context=None, request=None):
        __show__(context)
        return __unknown__


class Variable:
    def __init__(self, var):
        pass

    def resolve(self, context):
        return __unknown__


class Node:
    def render(self, context):
        return __unknown__

    def render_annotated(self, context):
        return self.render(context)


class TextNode(Node):
    pass


class NodeList(list):
    def render(self, context):
        return __unknown__
