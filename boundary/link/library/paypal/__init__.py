"""What PayPal tells of payments is kept, and passed on to whoever listens (django-paypal)."""
