"""What do pages ask live settings by?"""

from constance import config as live


def config(request):
    return {"config": live}
