CREATE TABLE job_run (
    id serial PRIMARY KEY,
    job text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    outcome text
);

ALTER TABLE invoice ADD COLUMN reminded_on date;

CREATE VIEW overdue_invoice AS
SELECT i.id, i.number, i.due_on, i.total - coalesce(sum(p.amount), 0) AS open, c.name AS customer
FROM invoice i
JOIN customer c ON c.id = i.customer_id
LEFT JOIN payment p ON p.invoice_id = i.id
WHERE i.status = 'issued'
GROUP BY i.id, c.name;
