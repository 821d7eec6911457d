"""What do factories of factory_boy make?  Rows of their models, and of those of the factories that they name."""

from factory import alchemy, django, fuzzy
from factory.base import BaseDictFactory, BaseFactory, BaseListFactory, DictFactory, Factory, ListFactory, StubFactory
from factory.declarations import (
    ContainerAttribute,
    Dict,
    Iterator,
    LazyAttribute,
    LazyAttributeSequence,
    LazyFunction,
    List,
    Maybe,
    PostGeneration,
    PostGenerationMethodCall,
    RelatedFactory,
    RelatedFactoryList,
    SelfAttribute,
    Sequence,
    SubFactory,
    Trait,
    Transformer,
)
from factory.faker import Faker
from factory.helpers import (
    build,
    build_batch,
    container_attribute,
    create,
    create_batch,
    generate,
    generate_batch,
    iterator,
    lazy_attribute,
    lazy_attribute_sequence,
    make_factory,
    post_generation,
    sequence,
    simple_generate,
    simple_generate_batch,
    stub,
    stub_batch,
)

BUILD_STRATEGY = "build"
CREATE_STRATEGY = "create"
STUB_STRATEGY = "stub"
