"""What are the pages of Zope made of?  What lies beside this."""

from zope.browserpage.viewpagetemplatefile import ViewPageTemplateFile
