"""What do the parts of a request share?  What is stored on `g`."""


class AppContextGlobals:
    pass


g = AppContextGlobals()
