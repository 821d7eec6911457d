"""Which errors does psycopg have?  None that matter here."""
