"""Which wizards does django CMS have?"""

from cms.wizards.wizard_base import Wizard


class CMSPageWizard(Wizard):
    pass


class CMSSubPageWizard(CMSPageWizard):
    pass
