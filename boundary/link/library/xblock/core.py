"""What is a block?  See `../../frameworks/xblock_handlers.py` for what it answers."""


class XBlock:
    @classmethod
    def handler(cls, func):
        return func

    @classmethod
    def json_handler(cls, func):
        return func

    @classmethod
    def supports(cls, *functionalities):
        def decorate(view):
            return view

        return decorate

    @classmethod
    def needs(cls, *service_names):
        def decorate(block):
            return block

        return decorate

    @classmethod
    def wants(cls, *service_names):
        def decorate(block):
            return block

        return decorate

    @classmethod
    def tag(cls, tags):
        def decorate(block):
            return block

        return decorate


class XBlockAside(XBlock):
    pass


class XBlockMixin:
    pass
