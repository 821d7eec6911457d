"""Where does beanie say how it is set up?"""
