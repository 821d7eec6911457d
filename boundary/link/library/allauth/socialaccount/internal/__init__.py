"""What the views of other sites' accounts do."""
