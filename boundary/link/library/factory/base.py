"""How does a factory make an object?  Its declarations are evaluated, the object is made, then what comes after it.

Calling the class creates one. What is given for a declaration takes its place: a factory that it names makes nothing.
"""

from factory.declarations import Declaration, PostGenerationDeclaration


class FactoryOptions:
    def __init__(self, factory):
        self.factory = factory

    @property
    def model(self):
        return self.factory._model_class()

    def get_model_class(self):
        return self.factory._model_class()


class FactoryMetaClass(type):
    def __call__(cls, **kwargs):
        return cls._generate(True, kwargs)

    @property
    def _meta(cls):
        return FactoryOptions(cls)


class Resolver:
    # What functions of declarations are handed: the values that the object is going to have.
    def __init__(self, factory, declared, given):
        self.factory = factory
        self.declared = declared
        self.given = given

    def __getattr__(self, name):
        if name in self.given:
            return self.given[name]
        if name in self.declared:
            return self.declared[name].value(name, self, True, {})
        return getattr(self.factory, name)


class BaseFactory(metaclass=FactoryMetaClass):
    @classmethod
    def _model_class(cls):
        return cls.Meta.model

    @classmethod
    def _generate(cls, create, given):
        declared = __members__(cls, Declaration)
        resolver = Resolver(cls, declared, given)
        made = __call_members__(declared, "value", resolver, create, given)
        kwargs = cls._adjust_kwargs(**{**made, **given})
        if create:
            instance = cls._create(cls._model_class(), **kwargs)
        else:
            instance = cls._build(cls._model_class(), **kwargs)
        later = __members__(cls, PostGenerationDeclaration)
        results = __call_members__(later, "call", instance, create, given)
        cls._after_postgeneration(instance, create, results)
        return instance

    @classmethod
    def _adjust_kwargs(cls, **kwargs):
        return kwargs

    @classmethod
    def _setup_next_sequence(cls):
        return 0

    @classmethod
    def _build(cls, model_class, *args, **kwargs):
        return model_class(*args, **kwargs)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return model_class(*args, **kwargs)

    @classmethod
    def _after_postgeneration(cls, instance, create, results=None):
        pass

    @classmethod
    def create(cls, **kwargs):
        return cls._generate(True, kwargs)

    @classmethod
    def create_batch(cls, size, **kwargs):
        return [cls.create(**kwargs) for _ in range(size)]

    @classmethod
    def build(cls, **kwargs):
        return cls._generate(False, kwargs)

    @classmethod
    def build_batch(cls, size, **kwargs):
        return [cls.build(**kwargs) for _ in range(size)]

    @classmethod
    def stub(cls, **kwargs):
        return __unknown__

    @classmethod
    def stub_batch(cls, size, **kwargs):
        return __unknown__

    @classmethod
    def generate(cls, strategy, **kwargs):
        return cls._generate(strategy == "create", kwargs)

    @classmethod
    def generate_batch(cls, strategy, size, **kwargs):
        return [cls.generate(strategy, **kwargs) for _ in range(size)]

    @classmethod
    def simple_generate(cls, create, **kwargs):
        return cls._generate(create, kwargs)

    @classmethod
    def simple_generate_batch(cls, create, size, **kwargs):
        return [cls._generate(create, kwargs) for _ in range(size)]

    @classmethod
    def reset_sequence(cls, value=None, force=False):
        pass


class Factory(BaseFactory):
    pass


class StubFactory(Factory):
    pass


class BaseDictFactory(Factory):
    @classmethod
    def _model_class(cls):
        return dict


class DictFactory(BaseDictFactory):
    pass


class BaseListFactory(Factory):
    @classmethod
    def _model_class(cls):
        return list

    @classmethod
    def _generate(cls, create, given):
        return __unknown__


class ListFactory(BaseListFactory):
    pass


def use_strategy(new_strategy):
    return lambda klass: klass
