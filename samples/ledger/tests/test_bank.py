import pytest

FILE = """date,amount,purpose,reference
2026-03-11,100.00,Invoice 2026-00001 thank you,B1
2026-03-12,-9.90,Fees,B2
2026-03-13,7.00,Who knows,B3
"""


@pytest.fixture
def statement(tmp_path):
    path = tmp_path / "march.csv"
    path.write_text(FILE)
    return path


def test_what_is_known_is_not_imported_again(client, run, statement):
    assert run("import-bank", statement, "--iban", "DE00") == "3 new transactions"
    again = statement.rename(statement.with_name("again.csv"))
    assert run("import-bank", again, "--iban", "DE00") == "0 new transactions"
    assert [row["amount"] for row in client.get("/bank/transactions").get_json()] == ["100.00", "-9.90", "7.00"]


def test_a_transaction_pays_the_invoice_that_it_names(client, march, invoice, run, statement, query):
    run("import-bank", statement, "--iban", "DE00")
    assert client.post("/bank/match").get_json() == {"matched": 1}
    assert client.get(f"/invoices/{invoice}").get_json()["status"] == "paid"
    assert query("SELECT reference FROM payment") == [("B1",)]
    assert query("SELECT status FROM bank_transaction ORDER BY id") == [("matched",), ("ignored",), ("matched",)]
    assert client.post("/bank/match").get_json() == {"matched": 0}


def test_a_file_is_withdrawn_with_its_transactions(client, run, statement, query):
    run("import-bank", statement, "--iban", "DE00")
    assert client.delete("/bank/statements/1").status_code == 204
    assert query("SELECT count(*) FROM bank_transaction") == [(0,)]
