"""peewee: models, rows, queries, transactions."""
