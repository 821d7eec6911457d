"""Models that functions make of abstract ones, as apps do whose models may be replaced, and what app they are of."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

FACTORY = """
# file: forum/made.py
from django.apps import apps
def is_registered(label, name):
    try:
        apps.get_registered_model(label, name)
    except LookupError:
        return False
    else:
        return True
def model_factory(abstract):
    label, name = abstract.Meta.app_label, abstract.__name__.replace("Abstract", "")
    if not is_registered(label, name):
        return type(str(name), (abstract,), {"__module__": __name__})
# file: forum/topics/models.py
from forum.made import model_factory
from forum.topics.abstract_models import AbstractTopic, AbstractPost
Topic = model_factory(AbstractTopic)
Post = model_factory(AbstractPost)
"""
STATIC = """
# file: forum/topics/models.py
from forum.topics.abstract_models import AbstractTopic, AbstractPost
class Topic(AbstractTopic): pass
class Post(AbstractPost): pass
"""
ABSTRACT = """
# file: forum/topics/abstract_models.py
from django.db import models
class AbstractTopic(models.Model):
    first = models.ForeignKey("talk.Post", models.CASCADE, related_name="+")
    class Meta:
        abstract = True
        app_label = "talk"
class AbstractPost(models.Model):
    topic = models.ForeignKey("talk.Topic", models.CASCADE, related_name="posts")
    class Meta:
        abstract = True
        app_label = "talk"
# file: forum/answers.py
from django.apps import apps
from django.db import transaction
Topic = apps.get_model("talk", "Topic")
def answer(pk):
    with transaction.atomic():  #> insert talk_post, update talk_post, update talk_topic
        topic = Topic.objects.get(pk=pk)
        topic.first.save()
        topic.posts.create()
        topic.save()
"""


@pytest.mark.parametrize("models", [FACTORY, STATIC], ids=["factory", "static"])
def test_models_of_abstract_ones_by_their_names(models: str) -> None:
    assert_touches(ABSTRACT + models)


def test_only_an_abstract_model_hands_its_app_down() -> None:
    assert_touches("""
# file: shop/kinds.py
from django.db import models, transaction
class Kept(models.Model):
    class Meta:
        app_label = "store"
class Sold(Kept): pass
def sell():
    with transaction.atomic():  #> insert store_kept, insert shop_sold
        Sold.objects.create()
""")
