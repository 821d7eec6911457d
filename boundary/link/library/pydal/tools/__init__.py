"""What do helpers of pydal ask and store?"""


def table_of(table): ...


def archived(db): ...
