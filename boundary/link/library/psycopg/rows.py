"""Which rows does psycopg have?  None that matter here."""
