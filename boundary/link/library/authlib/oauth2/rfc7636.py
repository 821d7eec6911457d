"""What does a challenge add to a grant?  Checks alone."""


class CodeChallenge:
    def __init__(self, required=True):
        pass
