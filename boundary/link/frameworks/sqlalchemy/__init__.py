"""SQLAlchemy: mapped classes, sessions, statements, events, and what builds on it."""
