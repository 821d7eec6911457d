"""What do signing up, logging in and confirming an address do?"""
