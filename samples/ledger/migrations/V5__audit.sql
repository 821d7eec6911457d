CREATE TABLE audit_log (
    id bigserial PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    who text NOT NULL DEFAULT current_user,
    relation text NOT NULL,
    what text NOT NULL,
    before jsonb,
    after jsonb
);

-- The auditors' rule: no change of the chart of accounts or of a period without a trace, whoever makes it.
CREATE FUNCTION write_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audit_log (relation, what, before, after)
    VALUES (
        TG_TABLE_NAME, TG_OP,
        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END,
        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END
    );
    RETURN NULL;
END
$$;

CREATE TRIGGER account_audit AFTER INSERT OR UPDATE OR DELETE ON account
    FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER period_audit AFTER INSERT OR UPDATE OR DELETE ON period
    FOR EACH ROW EXECUTE FUNCTION write_audit();
