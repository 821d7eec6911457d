"""What are objects that a configuration fills made with?"""

from traitlets import HasTraits


class Configurable(HasTraits):
    pass


class LoggingConfigurable(Configurable):
    pass


class SingletonConfigurable(LoggingConfigurable):
    @classmethod
    def instance(cls, *args, **kwargs):
        return cls(*args, **kwargs)


class Application(SingletonConfigurable):
    @classmethod
    def launch_instance(cls, argv=None, **kwargs):
        app = cls.instance(**kwargs)
        app.initialize(argv)
        app.start()

    def initialize(self, argv=None):
        pass

    def start(self):
        pass
