class LedgerError(Exception):
    status = 400


class NotFoundError(LedgerError):
    status = 404


class ConflictError(LedgerError):
    status = 409
