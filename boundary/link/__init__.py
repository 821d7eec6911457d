"""FACTS -> ONE GRAPH: symbols, types, calls, transactions and their effects."""
