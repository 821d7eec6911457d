"""The table of sites."""
