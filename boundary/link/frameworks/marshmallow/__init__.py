"""marshmallow: fields, dicts, schemas of SQLAlchemy's classes."""
