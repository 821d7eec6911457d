"""Status codes are numbers that no access depends on."""
