"""Where does each value of a made object come from, and what is done with the object once it is made?

`name` is what a declaration is called in its factory; what is given under it takes the declaration's place.
"""


class Declaration:
    def value(self, name, resolver, create, given):
        if name in given:
            return given[name]
        return self.evaluate(resolver, None, {"create": create})

    def evaluate(self, instance, step, extra):
        return __unknown__


BaseDeclaration = Declaration


class LazyFunction(Declaration):
    def __init__(self, function):
        self.function = function

    def evaluate(self, instance, step, extra):
        return self.function()


class LazyAttribute(Declaration):
    def __init__(self, function):
        self.function = function

    def evaluate(self, instance, step, extra):
        return self.function(instance)


class SelfAttribute(Declaration):
    def __init__(self, attribute_name, default=None):
        self.attribute_name = attribute_name

    def evaluate(self, instance, step, extra):
        return __follow__(instance, self.attribute_name)


class Iterator(Declaration):
    def __init__(self, iterator, cycle=True, getter=None):
        self.iterator = iterator

    def evaluate(self, instance, step, extra):
        for each in self.iterator:
            return each

    def reset(self):
        pass


class Sequence(Declaration):
    def __init__(self, function):
        self.function = function

    def evaluate(self, instance, step, extra):
        return self.function(0)


class LazyAttributeSequence(Sequence):
    def evaluate(self, instance, step, extra):
        return self.function(instance, 0)


class ContainerAttribute(Declaration):
    def __init__(self, function, strict=True):
        self.function = function

    def evaluate(self, instance, step, extra):
        return self.function(instance, __unknown__)


class Transformer(Declaration):
    def __init__(self, default, *, transform):
        self.default = default
        self.transform = transform

    def evaluate(self, instance, step, extra):
        return self.transform(self.default)


class SubFactory(Declaration):
    def __init__(self, factory, **kwargs):
        if isinstance(factory, (str, type)):
            self.factory = factory
        self.kwargs = kwargs

    def get_factory(self):
        return __named__(self.factory)  # which may be a text: factories name one another

    def evaluate(self, instance, step, extra):
        return self.get_factory()._generate(extra["create"], self.kwargs)


class Dict(SubFactory):
    def __init__(self, params, dict_factory=None):
        self.params = params

    def evaluate(self, instance, step, extra):
        return self.params


class List(SubFactory):
    def __init__(self, params, list_factory=None):
        self.params = params

    def evaluate(self, instance, step, extra):
        return self.params


class Maybe(Declaration):
    def __init__(self, decider, yes_declaration=None, no_declaration=None):
        self.yes = yes_declaration
        self.no = no_declaration

    def evaluate(self, instance, step, extra):
        chosen = self.yes if __unknown__ else self.no
        if isinstance(chosen, Declaration):
            return chosen.evaluate(instance, step, extra)
        return chosen


class Trait:
    def __init__(self, **kwargs):
        pass


class PostGenerationDeclaration:
    def call(self, name, instance, create, given):
        return None

    def save_again(self, name, instance):
        instance.save()


class PostGeneration(PostGenerationDeclaration):
    def __init__(self, function):
        self.function = function

    def call(self, name, instance, create, given):
        extracted = given[name] if name in given else None
        return self.function(instance, create, extracted)


class RelatedFactory(PostGenerationDeclaration):
    def __init__(self, factory, factory_related_name="", **defaults):
        if isinstance(factory, (str, type)):
            self.factory = factory
        self.name = factory_related_name
        self.defaults = defaults

    def get_factory(self):
        return __named__(self.factory)  # which may be a text: factories name one another

    def call(self, name, instance, create, given):
        if name in given:
            return given[name]
        if self.name:
            return self.get_factory()._generate(create, {**self.defaults, self.name: instance})
        return self.get_factory()._generate(create, self.defaults)


class RelatedFactoryList(RelatedFactory):
    def __init__(self, factory, factory_related_name="", size=2, **defaults):
        super().__init__(factory, factory_related_name, **defaults)

    def call(self, name, instance, create, given):
        return [super().call(name, instance, create, given)]


class PostGenerationMethodCall(PostGenerationDeclaration):
    def __init__(self, method_name, *args, **kwargs):
        self.method_name = method_name
        self.args = args

    def call(self, name, instance, create, given):
        return getattr(instance, self.method_name)(*self.args)
