"""Rows that have an order (`order_with_respect_to`): new ones, and all of them in another order."""

from __future__ import annotations

from tests.link.linking import assert_touches


def test_rows_that_have_an_order() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Question(models.Model):
    text = models.TextField()
class Choice(models.Model):
    question = models.ForeignKey(Question, models.CASCADE)
    text = models.TextField()
    class Meta:
        order_with_respect_to = "question"
class Answer(models.Model):
    question = models.ForeignKey(Question, models.CASCADE)
# file: shop/services.py
from django.db import transaction
from shop.models import *
def work(question: Question, choice: Choice, keys):
    with transaction.atomic():  #> insert shop_choice, read shop_choice
        Choice.objects.create(question=question)
    with transaction.atomic():  #> insert shop_answer, no read shop_answer
        Answer.objects.create(question=question)
    with transaction.atomic():  #> update shop_choice, no read shop_choice
        choice.save(update_fields=["text"])
    with transaction.atomic():  #> update shop_choice
        question.set_choice_order(keys)
    with transaction.atomic():  #> nothing, read shop_choice
        list(question.get_choice_order())
    with transaction.atomic():  #> nothing
        question.set_answer_order(keys)
""")
