CREATE TABLE account (
    id serial PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('asset', 'liability', 'equity', 'income', 'expense')),
    closed boolean NOT NULL DEFAULT false
);

CREATE TABLE period (
    id serial PRIMARY KEY,
    starts date NOT NULL UNIQUE,
    ends date NOT NULL,
    status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
    closed_at timestamptz
);

CREATE TABLE journal_entry (
    id serial PRIMARY KEY,
    period_id int NOT NULL REFERENCES period,
    booked_on date NOT NULL,
    description text NOT NULL,
    -- whoever posts says what for: the same thing is never posted twice
    reference text NOT NULL UNIQUE
);

CREATE TABLE journal_line (
    id serial PRIMARY KEY,
    entry_id int NOT NULL REFERENCES journal_entry ON DELETE CASCADE,
    account_id int NOT NULL REFERENCES account,
    debit numeric(12, 2) NOT NULL DEFAULT 0,
    credit numeric(12, 2) NOT NULL DEFAULT 0,
    CHECK ((debit = 0) <> (credit = 0))
);

CREATE TABLE balance (
    account_id int NOT NULL REFERENCES account,
    period_id int NOT NULL REFERENCES period,
    debit numeric(14, 2) NOT NULL DEFAULT 0,
    credit numeric(14, 2) NOT NULL DEFAULT 0,
    PRIMARY KEY (account_id, period_id)
);

CREATE VIEW trial_balance AS
SELECT p.starts, a.code, a.name, a.kind, b.debit, b.credit
FROM balance b
JOIN account a ON a.id = b.account_id
JOIN period p ON p.id = b.period_id;
