"""Which names does `rich` offer that go through what they are given?  See `progress`."""
