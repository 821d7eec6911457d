"""Properties of models that queries know, too."""
