"""What reads markup?  `parser.py`."""
