"""An account is activated by its owner and approved by an administrator."""
