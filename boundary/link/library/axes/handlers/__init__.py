"""Where attempts are kept: in the database, in the cache, or nowhere."""
