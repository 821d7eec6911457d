"""What does django CMS, version 3, do with pages, placeholders and plugins?  Its modules say."""
