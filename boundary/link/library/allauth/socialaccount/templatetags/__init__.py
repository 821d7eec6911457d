"""What may templates load?"""
