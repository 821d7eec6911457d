"""Where does beanie say what documents and views have in common?"""
