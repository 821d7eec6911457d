"""What do beanie's names mean, and bunnet's?  Documents with their collections, queries, links, what runs around writes."""
