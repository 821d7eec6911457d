CREATE TABLE invoice (
    id serial PRIMARY KEY,
    number text UNIQUE,
    customer_id int NOT NULL REFERENCES customer,
    status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'issued', 'paid', 'cancelled')),
    issued_on date,
    due_on date,
    total numeric(12, 2) NOT NULL DEFAULT 0
);

CREATE TABLE invoice_line (
    id serial PRIMARY KEY,
    invoice_id int NOT NULL REFERENCES invoice ON DELETE CASCADE,
    text text NOT NULL,
    quantity int NOT NULL,
    price numeric(12, 2) NOT NULL
);

CREATE TABLE payment (
    id serial PRIMARY KEY,
    invoice_id int NOT NULL REFERENCES invoice,
    received_on date NOT NULL,
    amount numeric(12, 2) NOT NULL CHECK (amount > 0),
    reference text NOT NULL UNIQUE
);

CREATE TABLE reminder (
    id serial PRIMARY KEY,
    invoice_id int NOT NULL REFERENCES invoice ON DELETE CASCADE,
    level int NOT NULL,
    sent_on date NOT NULL,
    UNIQUE (invoice_id, level)
);

CREATE TABLE billing_outbox (
    id serial PRIMARY KEY,
    topic text NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz
);
