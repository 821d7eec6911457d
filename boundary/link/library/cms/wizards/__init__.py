"""What does a wizard make?"""
