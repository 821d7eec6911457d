"""What do the attributes of objects with traits hold, and what are such objects made with?"""

from traitlets._unread import Described  # names and values of traits: nothing of the application


class TraitType:
    def __init__(self, default_value=None, *args, **kwargs):
        pass

    def tag(self, **metadata):
        return self

    def __get__(self, obj, cls=None):
        return __unknown__


class Instance(TraitType):
    def __init__(self, klass=None, args=None, kw=None, **kwargs):
        self.klass = klass

    def __get__(self, obj, cls=None):
        return __instance__(self.klass)


class Type(TraitType):
    def __init__(self, default_value=None, klass=None, **kwargs):
        self.classes = (default_value, klass)

    def __get__(self, obj, cls=None):
        return self.classes[0] or self.classes[1]


class Callable(TraitType):
    def __init__(self, default_value=None, **kwargs):
        self.function = default_value

    def __get__(self, obj, cls=None):
        return self.function or __unknown__


class HasTraits(Described):
    def __init__(self, *args, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)


class Dict(TraitType):
    def __get__(self, obj, cls=None):
        return {__unknown__: __unknown__}  # what a configuration may have put there


class List(TraitType):
    def __get__(self, obj, cls=None):
        return list(__unknown__)


class Set(TraitType):
    def __get__(self, obj, cls=None):
        return set(__unknown__)


Any = Bool = Bytes = Enum = Float = Int = Integer = Long = Tuple = Unicode = Union = TraitType
CBool = CFloat = CInt = CRegExp = CUnicode = DottedObjectName = ObjectName = TCPAddress = UseEnum = TraitType


def default(name):
    return lambda method: method


def observe(*names, type="change"):
    return lambda method: method


def validate(*names):
    return lambda method: method
