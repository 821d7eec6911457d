"""What does the project say that its code does not?  Settlements, and the code that each means."""
