"""What the views of a second factor do."""
