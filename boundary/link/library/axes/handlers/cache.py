"""The handler that keeps attempts in the cache: no table knows of them."""

from axes.handlers.base import AxesHandler


class AxesCacheHandler(AxesHandler): ...
