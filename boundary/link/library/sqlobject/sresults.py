"""What is selected."""


class SelectResults:
    def __len__(self):
        return self.count()


class Through: ...
