"""What do helpers of pydal ask and store?"""


def archived(db): ...
