"""Which interfaces of Storm does an application ask for?  Its stores, and what they find."""

from zope.interface import Interface


class IZStorm(Interface):
    pass


class IResultSet(Interface):
    pass


class ISQLObjectResultSet(Interface):
    pass
