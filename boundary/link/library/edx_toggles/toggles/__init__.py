"""What does asking a toggle read?  Settings, or the tables of django-waffle."""

import waffle


class SettingToggle:
    def __init__(self, name, default=False, module_name=""):
        self.name = name

    def is_enabled(self):
        return __unknown__


class SettingDictToggle(SettingToggle):
    def __init__(self, name, key, default=False, module_name=""):
        super().__init__(name)


class WaffleSwitch:
    def __init__(self, name, module_name, log_prefix=""):
        self.name = name

    def is_enabled(self):
        return waffle.switch_is_active(self.name)


class NonNamespacedWaffleSwitch(WaffleSwitch):
    pass


class WaffleFlag:
    def __init__(self, name, module_name, log_prefix=""):
        self.name = name

    def is_enabled(self):
        return waffle.flag_is_active(__unknown__, self.name)


class NonNamespacedWaffleFlag(WaffleFlag):
    pass
