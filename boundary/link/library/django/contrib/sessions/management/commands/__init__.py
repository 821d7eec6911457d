"""Commands that tidy sessions up."""
