"""Which tables keep what Stripe knows?  See `models`."""
