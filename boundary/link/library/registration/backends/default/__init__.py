"""An account is activated by a link in a mail."""
