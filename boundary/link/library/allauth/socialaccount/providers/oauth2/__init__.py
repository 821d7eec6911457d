"""Sites that speak OAuth 2."""
