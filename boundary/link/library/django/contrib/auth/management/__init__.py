"""Management of users."""
