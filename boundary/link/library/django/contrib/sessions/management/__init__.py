"""Nothing but the commands."""
