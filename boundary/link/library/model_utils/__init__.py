"""Which names does `model_utils` offer? Choices and trackers stay names."""
