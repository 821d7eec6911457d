"""What sends the signals of workers?  The worker, which has the application."""


class WorkController:
    pass
