"""Storm: mapped classes, rows, stores, expressions."""
