"""Where sessions are kept, one engine a module."""
