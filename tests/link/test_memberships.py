"""What is put into a member of a collection is in the collection, too; tests of `memberships.py`."""

from __future__ import annotations

import pytest

from .linking import assert_touches

FUNCTIONS = """
def fill(rows):
    for row in rows:
        row["log"] = Log()

def fill_one(row):
    row["log"] = Log()
"""


@pytest.mark.parametrize(
    "filled",
    [
        "for row in rows: row['log'] = Log()",
        "for row in rows: row.update(log=Log())",
        "for row in rows: row.setdefault('log', Log())",
        "for index, row in enumerate(rows): row['log'] = Log()",
        "for row, number in zip(rows, [1, 2]): row['log'] = Log()",
        "for row in reversed(rows): row['log'] = Log()",
        "for row in rows or []: row['log'] = Log()",
        "for row in rows: fill_one(row)",
        "fill(rows)",
        "fill_one(rows[0])",
        "row = {}; rows.append(row); row['log'] = Log()",
        "row = {}; rows.insert(0, row); row['log'] = Log()",
        "row = {}; rows = [row]; row['log'] = Log()",
        "row = {}; found = {'rows': rows}; rows.append(row); row['log'] = Log(); rows = found['rows']",
    ],
)
def test_dicts_in_a_list(filled: str) -> None:
    assert_touches(f"""{FUNCTIONS}
def work():
    rows = [{{"name": "a"}}, {{"name": "b"}}]
    {filled}
    with transaction.atomic():  #> insert shop_log
        for row in rows:
            row["log"].save()
""")


@pytest.mark.parametrize("rows", ["data.pop('rows', [])", "data['rows']", "given"])
def test_dicts_in_a_list_of_which_nothing_is_known(rows: str) -> None:
    assert_touches(f"""
def work(data, given):
    rows = {rows}
    for index, row in enumerate(rows):
        row["log"] = Log(text=str(index))
    with transaction.atomic():  #> insert shop_log
        for row in rows:
            row["log"].save()
""")


@pytest.mark.parametrize(
    "filled",
    [
        "for logs in by_name.values(): logs.append(Log())",
        "for name, logs in by_name.items(): logs.append(Log())",
        "logs = by_name.setdefault('a', []); logs.append(Log())",
        "logs = by_name.get('a'); logs.append(Log())",
        "by_name.get('a').append(Log())",
        "logs = []; by_name['a'] = logs; logs.append(Log())",
        "logs = []; by_name['a'] = [logs]; logs.append(Log()); by_name = {'b': by_name['a'][0]}",
    ],
)
def test_lists_in_a_dict(filled: str) -> None:
    assert_touches(f"""
def work():
    by_name = {{"a": [], "b": []}}
    {filled}
    with transaction.atomic():  #> insert shop_log
        for found in by_name.values():
            for log in found:
                log.save()
""")


@pytest.mark.parametrize(
    "rebound",
    [
        "for row in rows: row = {}; row['log'] = Log()",
        "row = {}; rows.append(row); row = {}; row['log'] = Log()",
        "row = {}; rows.append(row); rows = [{'log': Tag()}]; row['log'] = Log()",
        "found = rows[0].get('none', {}); found['log'] = Log()",
    ],
)
def test_what_is_bound_anew_is_no_member(rebound: str) -> None:
    assert_touches(f"""
def work():
    rows = [{{"log": Tag()}}]
    {rebound}
    with transaction.atomic():  #> insert shop_tag
        for row in rows:
            row["log"].save()
""")


PUT = {
    "append({'name': name, 'rows': rows})": "one['rows']",
    "insert(0, {'rows': rows})": "one['rows']",
    "append([rows])": "one[0]",
    "append((name, rows))": "one[1]",
    "append((rows, name, name))": "one[0]",
}


@pytest.mark.parametrize("put", PUT)
@pytest.mark.parametrize("fill", ["rows.append(Log())", "rows.extend(Log() for _ in '12')", "make(rows)"])
def test_a_list_in_a_collection_that_is_put_into_another(put: str, fill: str) -> None:
    assert_touches(f"""
def make(rows):
    rows.append(Log())
def work(names):
    found = []
    for name in names:
        rows = []
        found.{put}
        {fill}
    with transaction.atomic():  #> insert shop_log
        for one in found:
            for held in {PUT[put]}:
                held.save()
""")


def test_a_list_that_was_bound_anew_is_in_no_collection() -> None:
    assert_touches("""
def work(name):
    rows, found = [], []
    found.append({"rows": rows})
    rows = []
    rows.append(Log())
    with transaction.atomic():  #> nothing
        for one in found:
            for held in one["rows"]:
                held.save()
""")


def test_a_function_called_next_gives_no_member() -> None:
    assert_touches("""
def work(next):
    with transaction.atomic():  #> insert shop_log
        found = next()
        Log.objects.create(text=found)
""")
