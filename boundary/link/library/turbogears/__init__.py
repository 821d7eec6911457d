"""What does TurboGears 1 make for an application?  Its session and the metadata of its tables."""
