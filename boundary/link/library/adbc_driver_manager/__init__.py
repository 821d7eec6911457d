"""How do Arrow's drivers of databases connect?  By their `dbapi`, or by the one here, which is told the driver."""
