"""Which packages of lazr are there?  What lies beside this."""
