"""What do preferences that are kept in a table read and write?  Each is a row, made when it is first asked for."""
