"""Which errors does psycopg2 raise?  None that matter here."""
