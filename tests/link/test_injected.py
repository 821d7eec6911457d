"""Objects that a container of dependencies makes: which class they are of, and what they are made with."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/parts.py
from shop.models import Tag
class Repository:
    def add(self):
        Tag.objects.create()
class Service:
    def __init__(self, repository: Repository, kinds=()):
        self.repository = repository
        self.kinds = kinds
    def place(self):
        self.repository.add()
class Untyped:
    def __init__(self, repository=None, opened=None):
        self.repository = repository
        self.opened = opened
    def place(self):
        self.repository.add()
"""
CONTAINER = (
    SHOP
    + """
class Store:
    def __init__(self, url):
        self.url = url
    def tags(self):
        yield Tag.objects
# file: shop/containers.py
from contextlib import contextmanager
from dependency_injector import containers, providers
from shop.parts import *
def repositories():
    yield Repository()
class Parts(containers.DeclarativeContainer):
    other = providers.Factory(Repository)
class Container(containers.DeclarativeContainer):
    config = providers.Configuration()
    repository = providers.Singleton(Repository)
    service = providers.Factory(Untyped, repository=repository)
    by_place = providers.Factory(Untyped, repository)
    opened = providers.Resource(repositories)
    of_resource = providers.Factory(Untyped, repository=opened)
    parts = providers.Container(Parts, config=config)
    of_parts = providers.Factory(Untyped, repository=parts.other)
    made = providers.Object(Untyped(Repository()))
    listed = providers.List(service)
    either = providers.Selector(config.kind, one=service)
    given = providers.Factory(Untyped, repository=service.provided.repository)
    called = providers.Callable(lambda repository: Untyped(repository), repository)
# file: shop/services.py
from typing import Annotated
from dependency_injector.wiring import Closing, Provide, inject
from fastapi import Depends, FastAPI
from shop.containers import Container
from shop.parts import *
app = FastAPI()
"""
)


@pytest.mark.parametrize(
    "provider",
    ["service", "by_place", "of_resource", "of_parts", "made", "either", "given", "called"],
)
def test_what_a_provider_gives(provider: str) -> None:
    assert_touches(f"""{CONTAINER}
def run():
    with transaction.atomic():  #> insert shop_tag
        Container().{provider}().place()
""")


@pytest.mark.parametrize(
    "parameter",
    [
        "service=Provide[Container.service]",
        "service: Service=Provide[Container.service]",
        "service=Closing[Provide[Container.service]]",
        "service=Depends(Provide[Container.service])",
        "service: Annotated[Untyped, Depends(Provide[Container.service])]",
    ],
)
def test_where_what_is_provided_is_asked_for(parameter: str) -> None:
    assert_touches(f"""{CONTAINER}
@app.post("/tags")
@inject
def placed({parameter}):
    with transaction.atomic():  #> insert shop_tag
        service.place()
""")


def test_a_list_of_providers() -> None:
    assert_touches(f"""{CONTAINER}
def run():
    with transaction.atomic():  #> insert shop_tag
        for service in Container().listed():
            service.place()
""")


@pytest.mark.parametrize(
    ("imports", "given"),
    [
        ("from injector import Injector\ninjector = Injector()", "injector.get(Service)"),
        ("import punq\ncontainer = punq.Container()", "container.resolve(Service)"),
        ("import svcs", "svcs.flask.get(Service)"),
        ("import inject", "inject.instance(Service)"),
        ("from dishka import make_container\ncontainer = make_container()", "container.get(Service)"),
        ("from dishka import make_container\nopened = make_container()", "opened().get(Service)"),
    ],
)
def test_a_class_that_a_container_is_asked_for(imports: str, given: str) -> None:
    assert_touches(f"""{SHOP}
# file: shop/services.py
{imports}
from shop.parts import *
def run():
    service = {given}
    with transaction.atomic():  #> insert shop_tag
        service.place()
""")


@pytest.mark.parametrize("annotation", ["FromDishka[Service]", "Injected[Service]", "Annotated[Service, Inject()]"])
def test_a_parameter_that_a_container_fills(annotation: str) -> None:
    assert_touches(f"""{SHOP}
# file: shop/services.py
from typing import Annotated
from dishka.integrations.fastapi import FromDishka, inject
from wireup import Inject, Injected
from shop.parts import *
@inject
def run(service: {annotation}):
    with transaction.atomic():  #> insert shop_tag
        service.place()
""")


@pytest.mark.parametrize(
    ("body", "given"),
    [
        ("return key()", "Shelf[Service]"),
        ("return Slot(key)", "Shelf[Service].held()"),
        ("return cls", "Shelf[Service].made()"),
    ],
)
def test_a_class_says_what_its_items_are(body: str, given: str) -> None:
    assert_touches(f"""{SHOP}
# file: shop/services.py
from shop.parts import *
class Slot:
    def __init__(self, held):
        self.held = held
class Shelf:
    def __class_getitem__(cls, key):
        {body}
    @classmethod
    def made(cls):
        return Service(Repository())
def run():
    with transaction.atomic():  #> insert shop_tag
        {given}.place()
""")
