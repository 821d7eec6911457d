"""Helpers that make pages: all that they are made of is a value of which nothing is known."""


def A(*components, **attributes):
    return __unknown__


def ASSIGNJS(*components, **attributes):
    return __unknown__


def B(*components, **attributes):
    return __unknown__


def BEAUTIFY(*components, **attributes):
    return __unknown__


def BODY(*components, **attributes):
    return __unknown__


def BR(*components, **attributes):
    return __unknown__


def BUTTON(*components, **attributes):
    return __unknown__


def CENTER(*components, **attributes):
    return __unknown__


def CAT(*components, **attributes):
    return __unknown__


def CODE(*components, **attributes):
    return __unknown__


def COL(*components, **attributes):
    return __unknown__


def COLGROUP(*components, **attributes):
    return __unknown__


def DIV(*components, **attributes):
    return __unknown__


def EM(*components, **attributes):
    return __unknown__


def EMBED(*components, **attributes):
    return __unknown__


def FIELDSET(*components, **attributes):
    return __unknown__


def H1(*components, **attributes):
    return __unknown__


def H2(*components, **attributes):
    return __unknown__


def H3(*components, **attributes):
    return __unknown__


def H4(*components, **attributes):
    return __unknown__


def H5(*components, **attributes):
    return __unknown__


def H6(*components, **attributes):
    return __unknown__


def HEAD(*components, **attributes):
    return __unknown__


def HR(*components, **attributes):
    return __unknown__


def HTML(*components, **attributes):
    return __unknown__


def I(*components, **attributes):
    return __unknown__


def IFRAME(*components, **attributes):
    return __unknown__


def IMG(*components, **attributes):
    return __unknown__


def INPUT(*components, **attributes):
    return __unknown__


def LABEL(*components, **attributes):
    return __unknown__


def LEGEND(*components, **attributes):
    return __unknown__


def LI(*components, **attributes):
    return __unknown__


def LINK(*components, **attributes):
    return __unknown__


def OL(*components, **attributes):
    return __unknown__


def UL(*components, **attributes):
    return __unknown__


def MARKMIN(*components, **attributes):
    return __unknown__


def MENU(*components, **attributes):
    return __unknown__


def META(*components, **attributes):
    return __unknown__


def OBJECT(*components, **attributes):
    return __unknown__


def OPTION(*components, **attributes):
    return __unknown__


def P(*components, **attributes):
    return __unknown__


def PRE(*components, **attributes):
    return __unknown__


def SCRIPT(*components, **attributes):
    return __unknown__


def OPTGROUP(*components, **attributes):
    return __unknown__


def SELECT(*components, **attributes):
    return __unknown__


def SPAN(*components, **attributes):
    return __unknown__


def STRONG(*components, **attributes):
    return __unknown__


def STYLE(*components, **attributes):
    return __unknown__


def TABLE(*components, **attributes):
    return __unknown__


def TAG(*components, **attributes):
    return __unknown__


def TD(*components, **attributes):
    return __unknown__


def TEXTAREA(*components, **attributes):
    return __unknown__


def TH(*components, **attributes):
    return __unknown__


def THEAD(*components, **attributes):
    return __unknown__


def TBODY(*components, **attributes):
    return __unknown__


def TFOOT(*components, **attributes):
    return __unknown__


def TITLE(*components, **attributes):
    return __unknown__


def TR(*components, **attributes):
    return __unknown__


def TT(*components, **attributes):
    return __unknown__


def URL(*components, **attributes):
    return __unknown__


def XHTML(*components, **attributes):
    return __unknown__


def XML(*components, **attributes):
    return __unknown__


def xmlescape(*components, **attributes):
    return __unknown__


def embed64(*components, **attributes):
    return __unknown__


class FORM:
    def __init__(self, *components, **attributes):
        self.vars = __unknown__
        self.errors = __unknown__
        self.accepted = __unknown__
        self.custom = __unknown__

    def accepts(self, request_vars, session=None, formname="default", keepvalues=False, onvalidation=None, **kwargs):
        if onvalidation:
            onvalidation(self)
        return __unknown__

    def validate(self, onsuccess=None, onfailure=None, onvalidation=None, **kwargs):
        if onvalidation:
            onvalidation(self)
        if onsuccess:
            onsuccess(self)
        if onfailure:
            onfailure(self)
        return __unknown__

    def process(self, onvalidation=None, onsuccess=None, onfailure=None, **kwargs):
        if onvalidation:
            onvalidation(self)
        if onsuccess:
            onsuccess(self)
        if onfailure:
            onfailure(self)
        return self

    def add_button(self, value, url, **attributes): ...

    def element(self, *args, **kwargs):
        return __unknown__

    def elements(self, *args, **kwargs):
        return __unknown__

    @staticmethod
    def confirm(text="OK", buttons=None, hidden=None):
        return FORM()
