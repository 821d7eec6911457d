"""Files that are attached to any object."""
