CREATE TABLE customer (
    id serial PRIMARY KEY,
    number text NOT NULL UNIQUE,
    name text NOT NULL,
    email text NOT NULL,
    blocked boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE customer_address (
    id serial PRIMARY KEY,
    customer_id int NOT NULL REFERENCES customer ON DELETE CASCADE,
    street text NOT NULL,
    town text NOT NULL,
    country char(2) NOT NULL DEFAULT 'DE'
);
