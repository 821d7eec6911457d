"""Where do ziggurat's models stand?  A module for each; what they have is in `mixins`."""
