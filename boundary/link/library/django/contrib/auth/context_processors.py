"""What do templates know of the user?"""


def auth(request):
    return {"user": request.user}
