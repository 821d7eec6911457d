"""What is Pyramid to an application?  Its configurator (config.py) and its requests (request.py)."""
