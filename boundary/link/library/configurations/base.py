"""What is a class of settings?  One whose attributes are settings."""


class Configuration:
    pass
