"""What advanced-alchemy offers to web frameworks."""
