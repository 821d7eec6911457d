CREATE TABLE bank_statement (
    id serial PRIMARY KEY,
    iban text NOT NULL,
    file text NOT NULL UNIQUE,
    imported_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE bank_staging (
    booked_on date,
    amount numeric(12, 2),
    purpose text,
    bank_reference text
);

CREATE TABLE bank_transaction (
    id serial PRIMARY KEY,
    statement_id int NOT NULL REFERENCES bank_statement ON DELETE CASCADE,
    booked_on date NOT NULL,
    amount numeric(12, 2) NOT NULL,
    purpose text NOT NULL,
    bank_reference text NOT NULL UNIQUE,
    status text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'matched', 'ignored'))
);
