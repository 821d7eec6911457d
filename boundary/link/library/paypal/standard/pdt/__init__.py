"""What PayPal tells of a payment when somebody comes back from it."""
