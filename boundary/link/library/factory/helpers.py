"""What do factory_boy's functions do?  They make a factory of a class, or a declaration of a function."""

from factory.base import Factory
from factory.declarations import (
    ContainerAttribute,
    Iterator,
    LazyAttribute,
    LazyAttributeSequence,
    PostGeneration,
    Sequence,
)


def make_factory(klass, FACTORY_CLASS=Factory, **kwargs):
    class Made(FACTORY_CLASS):
        class Meta:
            model = klass

    return Made


def create(klass, FACTORY_CLASS=Factory, **kwargs):
    return make_factory(klass, FACTORY_CLASS=FACTORY_CLASS).create(**kwargs)


def create_batch(klass, size, FACTORY_CLASS=Factory, **kwargs):
    return [create(klass, FACTORY_CLASS=FACTORY_CLASS, **kwargs) for _ in range(size)]


def build(klass, FACTORY_CLASS=Factory, **kwargs):
    return make_factory(klass, FACTORY_CLASS=FACTORY_CLASS).build(**kwargs)


def build_batch(klass, size, FACTORY_CLASS=Factory, **kwargs):
    return [build(klass, FACTORY_CLASS=FACTORY_CLASS, **kwargs) for _ in range(size)]


def stub(klass, **kwargs):
    return __unknown__


def stub_batch(klass, size, **kwargs):
    return __unknown__


def generate(klass, strategy, FACTORY_CLASS=Factory, **kwargs):
    return make_factory(klass, FACTORY_CLASS=FACTORY_CLASS).generate(strategy, **kwargs)


def generate_batch(klass, strategy, size, FACTORY_CLASS=Factory, **kwargs):
    return [generate(klass, strategy, FACTORY_CLASS=FACTORY_CLASS, **kwargs) for _ in range(size)]


def simple_generate(klass, create, FACTORY_CLASS=Factory, **kwargs):
    return make_factory(klass, FACTORY_CLASS=FACTORY_CLASS).simple_generate(create, **kwargs)


def simple_generate_batch(klass, create, size, FACTORY_CLASS=Factory, **kwargs):
    return [simple_generate(klass, create, FACTORY_CLASS=FACTORY_CLASS, **kwargs) for _ in range(size)]


def lazy_attribute(func):
    return LazyAttribute(func)


def lazy_attribute_sequence(func):
    return LazyAttributeSequence(func)


def iterator(func):
    return Iterator(func())


def sequence(func):
    return Sequence(func)


def container_attribute(func):
    return ContainerAttribute(func)


def post_generation(func):
    return PostGeneration(func)
