"""How SQLObject names tables."""


class Style: ...


class MixedCaseUnderscoreStyle(Style): ...


class MixedCaseStyle(Style): ...
