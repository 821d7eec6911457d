"""Flask and its extensions: routes, pages, configuration."""
