"""Books, invoices and a bank account."""
