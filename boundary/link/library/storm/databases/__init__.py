"""Which databases does Storm know?  What lies beside this."""
