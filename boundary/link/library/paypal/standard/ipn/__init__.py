"""PayPal's own requests, one for each payment."""
