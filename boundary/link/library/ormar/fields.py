"""What may a relation do where the row that it leads to is deleted?"""


class ReferentialAction:
    CASCADE = "CASCADE"
    RESTRICT = "RESTRICT"
    SET_NULL = "SET NULL"
    SET_DEFAULT = "SET DEFAULT"
    DO_NOTHING = "NO ACTION"
