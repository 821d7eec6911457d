"""What makes a wrapper look like what it wraps?  A function that gives the wrapper back."""

import functools


def mergeFunctionMetadata(f, g):
    functools.update_wrapper(g, f)
    return g
