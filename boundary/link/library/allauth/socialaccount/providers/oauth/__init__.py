"""Sites that speak OAuth."""
