"""What do documents of mongoengine do?  Collections are tables, references are keys that only the code knows."""
