def test_an_invoice_gets_a_number_and_the_books_hear_of_it(client, march, invoice, run, query):
    assert client.get(f"/invoices/{invoice}").get_json() == {
        "number": "2026-00001",
        "status": "issued",
        "open": "100.00",
    }
    assert run("work", "--once") == "1 messages"
    assert query("SELECT reference FROM journal_entry") == [("invoice:2026-00001",)]


def test_a_message_that_is_handled_twice_is_posted_once(client, march, invoice, run, query):
    run("work", "--once")
    query("UPDATE billing_outbox SET sent_at = NULL RETURNING id")
    run("work", "--once")
    assert query("SELECT count(*) FROM journal_entry") == [(1,)]


def test_a_job_that_fails_is_noted(client, invoice, run, query):
    run("work", "--once", code=1)  # there is no period
    ((outcome,),) = query("SELECT outcome FROM job_run")
    assert outcome.startswith("failed: no open period")


def test_a_payment_is_in_both_ledgers_at_once(client, march, invoice, query):
    payment = {"day": "2026-03-09", "amount": "40.00", "reference": "cash"}
    assert client.post(f"/invoices/{invoice}/payments", json=payment).get_json() == {"status": "issued"}
    payment |= {"amount": "60.00", "reference": "card"}
    assert client.post(f"/invoices/{invoice}/payments", json=payment).get_json() == {"status": "paid"}
    assert query("SELECT sum(debit) FROM journal_line") == query("SELECT sum(amount) FROM payment") == [(100,)]


def test_a_payment_that_cannot_be_posted_is_not_taken(client, invoice, query):
    payment = {"day": "2026-03-09", "amount": "40.00", "reference": "cash"}
    assert client.post(f"/invoices/{invoice}/payments", json=payment).status_code == 409
    assert query("SELECT count(*) FROM payment") == [(0,)]


def test_a_cancelled_invoice_is_reversed(client, march, invoice, run, query):
    client.post(f"/invoices/{invoice}/cancel", json={"day": "2026-03-10"})
    assert run("work", "--once") == "2 messages"
    assert query("SELECT sum(debit) - sum(credit) FROM balance") == [(0,)]
    assert query("SELECT count(*) FROM journal_entry") == [(2,)]


def test_a_draft_is_thrown_away(client, customer, query):
    lines = [{"text": "Consulting", "quantity": 1, "price": "25.00"}]
    key = client.post("/invoices", json={"customer": customer, "lines": lines}).get_json()["id"]
    assert client.delete(f"/invoices/{key}").status_code == 204
    assert query("SELECT count(*) FROM invoice_line") == [(0,)]


def test_an_issued_invoice_is_not_thrown_away(client, invoice):
    assert client.delete(f"/invoices/{invoice}").status_code == 409


def test_who_does_not_pay_is_reminded(client, invoice, run, query):
    assert [row["open"] for row in client.get("/invoices/overdue").get_json()] == ["100.00"]
    assert run("remind", "--today", "2026-03-10") == "0 reminders"
    assert run("remind", "--today", "2026-03-20") == "1 reminders"
    assert run("remind", "--today", "2026-03-20") == "0 reminders"
    assert run("remind", "--today", "2026-03-27") == "1 reminders"
    assert query("SELECT level FROM reminder ORDER BY level") == [(1,), (2,)]
