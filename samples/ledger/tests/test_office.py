def test_the_database_is_built_once(client, run, query):
    assert run("migrate") == ""
    assert query("SELECT max(version) FROM schema_version") == [(7,)]


def test_a_month_is_closed_by_night(client, march, run, query):
    assert run("close-month", "2026-03-01") == "closed"
    assert "not open" in run("close-month", "2026-03-01", code=1)
    assert "no period" in run("close-month", "2026-05-01", code=1)


def test_balances_are_counted_again(client, march, run, query):
    legs = [{"account": "1200", "debit": "5"}, {"account": "8400", "credit": "5"}]
    client.post("/books/entries", json={"day": "2026-03-05", "description": "x", "reference": "x", "legs": legs})
    query("UPDATE balance SET debit = 77 RETURNING 1")
    assert run("rebuild-balances") == "2 balances"
    assert query("SELECT sum(debit) FROM balance") == [(5,)]
