"""A branch that only locks what is read runs where its flag is turned on, and where nothing at all is known of it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

FIND = """
def find(key, for_update=False):
    query = Order.objects.filter(pk=key)
    if for_update:
        query = query.select_for_update()
    return query.first()

def show(context, key):
    return find(key, for_update=context.get("for_update", False))
"""
CALLS = {
    "find(1, for_update=True)": "lock shop_order, update shop_log",
    "find(1)": "update shop_log",
    "find(1, for_update=request.lock)": "lock shop_order, update shop_log",
    "show(dict(request.data), 1)": "update shop_log",
    "show({**request.data, 'for_update': True}, 1)": "lock shop_order, update shop_log",
    "show(dict(request.data, for_update=True), 1)": "lock shop_order, update shop_log",
}


@pytest.mark.parametrize("call", CALLS)
def test_a_flag_that_locks(call: str) -> None:
    assert_touches(f"""
{FIND}
def work(request, log: Log):
    with transaction.atomic():  #> {CALLS[call]}
        {call}
        log.save()
""")


def test_a_branch_that_does_more_runs() -> None:
    assert_touches("""
def find(key, for_update=False):
    query = Order.objects.filter(pk=key)
    if for_update:
        Log.objects.create()
        query = query.select_for_update()
    return query.first()

def work(request):
    with transaction.atomic():  #> lock shop_order, insert shop_log
        find(1, for_update=dict(request.data).get("for_update", False))
""")


def test_a_condition_that_must_hold_is_no_branch_that_locks() -> None:
    assert_touches("""
def found(row):
    if row:
        return unknown(row)
    return None

def work():
    row = found(Order.objects.first())
    assert row
    with transaction.atomic():  #> insert shop_log
        Log.objects.create()
""")


OF = {
    "select_for_update(of=('self',))": "lock shop_order",
    "select_for_update(of=('customer',))": "lock shop_customer",
    "select_for_update(of=('self', 'customer'))": "lock shop_order, lock shop_customer",
    "select_for_update()": "lock shop_order, lock shop_customer",
}


@pytest.mark.parametrize("locks", OF)
def test_rows_of_which_alone_a_query_locks(locks: str) -> None:
    assert_touches(f"""
def work():
    with transaction.atomic():  #> {OF[locks]}
        Order.objects.select_related("customer").{locks}.get(pk=1)
""")
