"""Which wizards are there?"""


class WizardPool:
    def register(self, entry):
        pass

    def unregister(self, entry):
        pass


wizard_pool = WizardPool()
