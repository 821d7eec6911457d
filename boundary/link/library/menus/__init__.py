"""What are the menus of django CMS put together from?  Its modules say."""
