"""What does a promise hold?  What it is resolved with; what comes then is called with that.

It is called where it is said, for that is who waits for it: a promise keeps no transaction open.
"""

from promise.promise import Promise, get_default_scheduler, is_thenable, set_default_scheduler

promisify = Promise.promisify
promise_for_dict = Promise.for_dict
