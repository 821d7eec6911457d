"""Does the same code give the same answer when it is spelled in another way?"""
