"""Questions that tell people from programs."""
