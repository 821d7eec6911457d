"""What Select2 asks for."""
