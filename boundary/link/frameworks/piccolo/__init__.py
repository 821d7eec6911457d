"""What do Piccolo's names mean?  Tables and columns, and queries that run when they are awaited."""
