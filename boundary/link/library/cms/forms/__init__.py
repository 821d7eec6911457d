"""What do the forms of django CMS save?"""
