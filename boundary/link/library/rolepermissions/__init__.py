"""What is a role? A group of users that a class describes, and what it permits."""
