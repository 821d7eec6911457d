"""Commands that manage users."""
