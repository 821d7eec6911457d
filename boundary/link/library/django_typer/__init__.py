"""Commands of Django that are written like Typer's."""
