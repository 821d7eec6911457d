"""What is an application told to run around its requests?"""


def Middleware(cls, *args, **kwargs):
    return cls(__answer__, *args, **kwargs)
