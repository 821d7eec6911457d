"""Where newer pymongo has its classes."""
