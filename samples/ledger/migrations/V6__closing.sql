-- Balances are counted from the lines again: for one period, or for all of them.
CREATE FUNCTION rebuild_balances(which int DEFAULT NULL) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    counted int;
BEGIN
    DELETE FROM balance WHERE which IS NULL OR period_id = which;
    INSERT INTO balance (account_id, period_id, debit, credit)
    SELECT l.account_id, e.period_id, sum(l.debit), sum(l.credit)
    FROM journal_line l
    JOIN journal_entry e ON e.id = l.entry_id
    WHERE which IS NULL OR e.period_id = which
    GROUP BY l.account_id, e.period_id;
    GET DIAGNOSTICS counted = ROW_COUNT;
    RETURN counted;
END
$$;

-- A month ends: income and expenses go to the result, the balances are counted, the next month is opened.
CREATE PROCEDURE close_month(which int) LANGUAGE plpgsql AS $$
DECLARE
    closing period%ROWTYPE;
    entry int;
    result numeric(14, 2);
BEGIN
    SELECT * INTO closing FROM period WHERE id = which AND status = 'open' FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'period % is not open', which USING ERRCODE = 'check_violation';
    END IF;

    SELECT coalesce(sum(l.credit - l.debit), 0) INTO result
    FROM journal_line l
    JOIN journal_entry e ON e.id = l.entry_id
    JOIN account a ON a.id = l.account_id
    WHERE e.period_id = which AND a.kind IN ('income', 'expense');

    IF result <> 0 THEN
        INSERT INTO journal_entry (period_id, booked_on, description, reference)
        VALUES (which, closing.ends, 'Closing ' || to_char(closing.starts, 'YYYY-MM'), 'closing:' || which)
        RETURNING id INTO entry;

        INSERT INTO journal_line (entry_id, account_id, debit, credit)
        SELECT entry, l.account_id,
               greatest(sum(l.credit - l.debit), 0), greatest(sum(l.debit - l.credit), 0)
        FROM journal_line l
        JOIN journal_entry e ON e.id = l.entry_id
        JOIN account a ON a.id = l.account_id
        WHERE e.period_id = which AND a.kind IN ('income', 'expense')
        GROUP BY l.account_id
        HAVING sum(l.credit - l.debit) <> 0;

        INSERT INTO journal_line (entry_id, account_id, debit, credit)
        SELECT entry, id, greatest(-result, 0), greatest(result, 0) FROM account WHERE code = '9000';
    END IF;

    PERFORM rebuild_balances(which);
    UPDATE period SET status = 'closed', closed_at = now() WHERE id = which;
    INSERT INTO period (starts, ends)
    VALUES (closing.ends + 1, (closing.ends + interval '1 day' + interval '1 month' - interval '1 day')::date)
    ON CONFLICT (starts) DO NOTHING;
END
$$;
