"""Settings: the linker looks each one up in the project's settings modules."""


class LazySettings: ...


settings = LazySettings()
