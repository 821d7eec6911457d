"""What do the names of beanie and bunnet mean?  Documents with their collections, queries, links, events."""
