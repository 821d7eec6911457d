"""What the toolkit offers other packages."""
