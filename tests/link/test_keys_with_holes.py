"""A text with holes is a key that stands for what it fits, and for nothing else."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MANY = ", ".join(f"'number {number}': 1" for number in range(20))
FILLED = {
    "item by item": "held = {{{first}: Logs()}}\n    for name in names:\n        held[f'tag_{{name}}'] = Tags()",
    "a comprehension": "held = {{f'tag_{{name}}': Tags() for name in names}}\n    held[{first}] = Logs()",
    "as a default": "held = {{{first}: Logs()}}\n    for one in names:\n        held.setdefault('tag_' + one, Tags())",
    "written": "held = {{{first}: Logs(), f'tag_{{names}}': Tags()}}",
    "among many": f"held = {{{{{{first}}: Logs(), f'tag_{{{{names}}}}': Tags(), {MANY}}}}}",
}
ASKED = {
    "a name that it does not fit": ("'log'", "held['log'].keep()", "insert shop_log"),
    "get": ("'log'", "held.get('log').keep()", "insert shop_log"),
    "a name that it may be": ("'tag_log'", "held['tag_log'].keep()", "insert shop_log, insert shop_tag"),
    "get of such a name": ("'tag_log'", "held.get('tag_log').keep()", "insert shop_log, insert shop_tag"),
    "setdefault of such a name": (
        "'tag_log'",
        "held.setdefault('tag_log', Logs()).keep()",
        "insert shop_log, insert shop_tag",
    ),
    "the same holes": ("'log'", "held[f'tag_{order.name}'].keep()", "insert shop_tag"),
    "other holes": ("'log'", "held[f'log{order.name}'].keep()", "insert shop_log"),
    "holes at the start": ("'log'", "held[f'{order.name}g'].keep()", "insert shop_log, insert shop_tag"),
    "any name": ("'log'", "held[order.name].keep()", "insert shop_log, insert shop_tag"),
    "a name that may be there": (
        "'log'",
        "if 'tag_1' in held:\n            held['tag_1'].keep()",
        "insert shop_tag",
    ),
    "all": ("'log'", "[one.keep() for one in held.values()]", "insert shop_log, insert shop_tag"),
    "pairs": ("'log'", "for _, one in held.items():\n            one.keep()", "insert shop_log, insert shop_tag"),
    "a copy": ("'log'", "{**held}['tag_1'].keep()", "insert shop_tag"),
    "another dict": ("'log'", "dict(held)['log'].keep()", "insert shop_log"),
    "arguments": ("'log'", "keep(**held)", "insert shop_log, insert shop_tag"),
}


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("filled", FILLED)
def test_keys_with_holes(filled: str, asked: str) -> None:
    first, question, touched = ASKED[asked]
    assert_touches(f"""
class Tags:
    def keep(self):
        Tag.objects.create()
class Logs:
    def keep(self):
        Log.objects.create(text='x')
def keep(log, **others):
    log.keep()
    for one in others.values():
        one.keep()
def work(order, names):
    {FILLED[filled].format(first=first)}
    with transaction.atomic():  #> {touched}
        {question}
""")


def test_the_fields_of_a_form_are_told_from_those_that_it_is_given() -> None:
    assert_touches("""
from django import forms
class OrderForm(forms.Form):
    order = forms.ModelChoiceField(queryset=Order.objects.all())
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for tag in Tag.objects.all():
            self.fields[f'log_{tag.pk}'] = forms.ModelChoiceField(queryset=Log.objects.all())
def work(request):
    form = OrderForm(request.POST)
    with transaction.atomic():  #> update shop_order
        form.fields['order'].queryset.update(name='x')
""")
