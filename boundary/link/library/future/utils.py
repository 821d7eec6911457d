from six import iteritems, iterkeys, itervalues, python_2_unicode_compatible, viewitems, viewvalues, with_metaclass

listitems = iteritems
listvalues = itervalues
