"""What is kept of a user's accounts at other sites?"""
