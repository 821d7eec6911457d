"""Source to facts: one file at a time, syntax only, no opinions, cacheable."""
