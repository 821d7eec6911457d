def entry(**changes):
    legs = [{"account": "1200", "debit": "50.00"}, {"account": "8400", "credit": "50.00"}]
    return {"day": "2026-03-05", "description": "Cash sale", "reference": "cash:1", "legs": legs} | changes


def test_the_chart_is_installed(client):
    codes = [account["code"] for account in client.get("/books/accounts").get_json()]
    assert codes == ["1200", "1400", "4900", "8400", "9000"]


def test_an_entry_moves_the_balances(client, march):
    assert client.post("/books/entries", json=entry()).status_code == 201
    assert client.post("/books/entries", json=entry(reference="cash:2")).status_code == 201
    rows = client.get("/books/trial-balance/2026-03-01").get_json()
    assert {row["code"]: float(row["balance"]) for row in rows} == {"1200": 100.0, "8400": -100.0}


def test_what_does_not_balance_is_refused(client, march, query):
    legs = [{"account": "1200", "debit": "50.00"}]
    assert client.post("/books/entries", json=entry(legs=legs)).status_code == 400
    assert query("SELECT count(*) FROM journal_entry") == [(0,)]


def test_the_same_thing_is_posted_once(client, march):
    client.post("/books/entries", json=entry())
    assert client.post("/books/entries", json=entry()).status_code == 409


def test_without_a_period_nothing_is_posted(client):
    assert client.post("/books/entries", json=entry()).status_code == 409


def test_a_reversal_is_an_entry(client, march, query):
    key = client.post("/books/entries", json=entry()).get_json()["id"]
    assert client.post(f"/books/entries/{key}/reverse", json={"day": "2026-03-06"}).status_code == 201
    assert query("SELECT count(*), sum(debit) - sum(credit) FROM balance") == [(2, 0)]


def test_a_closed_account_takes_nothing(client, march):
    key = client.post("/books/accounts", json={"code": "4910", "name": "Postage", "kind": "expense"}).get_json()["id"]
    client.post(f"/books/accounts/{key}/close")
    legs = [{"account": "4910", "debit": "5.00"}, {"account": "1200", "credit": "5.00"}]
    assert client.post("/books/entries", json=entry(legs=legs)).status_code == 409


def test_closing_takes_the_result_and_opens_the_next_month(client, march, query):
    client.post("/books/entries", json=entry())
    assert client.post(f"/books/periods/{march}/close").status_code == 200
    assert query("SELECT status FROM period ORDER BY starts") == [("closed",), ("open",)]
    rows = client.get("/books/trial-balance/2026-03-01").get_json()
    assert {row["code"]: float(row["balance"]) for row in rows} == {"1200": 50.0, "8400": 0.0, "9000": -50.0}


def test_a_closed_month_is_not_closed_again(client, march):
    client.post(f"/books/periods/{march}/close")
    assert client.post(f"/books/periods/{march}/close").status_code == 409


def test_every_change_of_accounts_and_periods_leaves_a_trace(client, march):
    client.post(f"/books/periods/{march}/close")
    assert [row["what"] for row in client.get("/audit/period").get_json()] == ["INSERT", "UPDATE", "INSERT"]
    client.post("/books/accounts/1/close")
    assert client.get("/audit/account").get_json()[-1]["after"]["closed"] is True
