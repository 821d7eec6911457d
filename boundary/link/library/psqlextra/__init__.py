"""PostgreSQL beyond what Django's querysets say."""
