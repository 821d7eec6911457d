def test_a_customer_is_shown_with_the_town(client, customer):
    assert client.get(f"/customers/{customer}").get_json() == {
        "number": "C1000",
        "name": "Ada",
        "towns": ["Bremen"],
        "blocked": False,
    }


def test_who_moves_has_one_address(client, customer, query):
    address = {"street": "Hafen 2", "town": "Emden", "country": "DE"}
    assert client.put(f"/customers/{customer}/address", json=address).status_code == 204
    assert query("SELECT town FROM customer_address") == [("Emden",)]


def test_a_customer_is_forgotten_with_the_address(client, customer, query):
    assert client.delete(f"/customers/{customer}").status_code == 204
    assert query("SELECT count(*) FROM customer_address") == [(0,)]
    assert client.get(f"/customers/{customer}").status_code == 404


def test_the_blocked_order_nothing(client, customer, run):
    run("block", customer)
    lines = [{"text": "Consulting", "quantity": 1, "price": "25.00"}]
    assert client.post("/invoices", json={"customer": customer, "lines": lines}).status_code == 409
