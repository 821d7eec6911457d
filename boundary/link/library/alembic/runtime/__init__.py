"""What does code ask that looks whether the database is up to date?"""
