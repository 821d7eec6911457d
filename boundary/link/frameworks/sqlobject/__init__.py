"""SQLObject: classes, rows, queries, connections."""
