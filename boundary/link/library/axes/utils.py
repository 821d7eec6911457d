"""How are attempts forgotten by hand?"""

from axes.handlers.proxy import AxesProxyHandler


def reset(ip=None, username=None, ip_or_username=False):
    return AxesProxyHandler.reset_attempts(ip_address=ip, username=username, ip_or_username=ip_or_username)


def reset_request(request):
    return AxesProxyHandler.reset_attempts(ip_address=__unknown__, username=__unknown__)
