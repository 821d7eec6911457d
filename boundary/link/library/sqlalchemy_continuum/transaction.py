"""What is a transaction of versions?  A row for each unit of work that changed something."""


class TransactionBase:
    pass


class TransactionFactory:
    def __init__(self, remote_addr=True):
        pass
