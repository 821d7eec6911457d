"""What asks which migrations have run?  Migrations themselves are no part of the program."""
