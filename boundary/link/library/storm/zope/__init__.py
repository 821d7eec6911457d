"""How does Storm join Zope's components and transactions?  What lies beside this."""

from storm.zope.interfaces import IResultSet, ISQLObjectResultSet
