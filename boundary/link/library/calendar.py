"""Which methods of its own does a calendar call while it is written?  Those that projects override: a month's days."""


class Calendar:
    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        return __unknown__

    def itermonthdates(self, year, month):
        return __unknown__

    def itermonthdays(self, year, month):
        return __unknown__

    def itermonthdays2(self, year, month):
        return __unknown__

    def monthdatescalendar(self, year, month):
        return __unknown__

    def monthdays2calendar(self, year, month):
        return __unknown__

    def monthdayscalendar(self, year, month):
        return __unknown__


class TextCalendar(Calendar):
    def formatday(self, day, weekday, width):
        return __unknown__

    def formatweek(self, theweek, width):
        self.formatday(__unknown__, __unknown__, width)
        return __unknown__

    def formatweekday(self, day, width):
        return __unknown__

    def formatweekheader(self, width):
        self.formatweekday(__unknown__, width)
        return __unknown__

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        return __unknown__

    def formatmonth(self, theyear, themonth, w=0, l=0):
        self.formatmonthname(theyear, themonth, __unknown__)
        self.formatweekheader(w)
        self.formatweek(__unknown__, w)
        return __unknown__

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        self.formatmonthname(theyear, __unknown__, __unknown__, False)
        self.formatweekheader(w)
        self.formatweek(__unknown__, w)
        return __unknown__


class HTMLCalendar(Calendar):
    cssclasses = __unknown__

    def formatday(self, day, weekday):
        return __unknown__

    def formatweek(self, theweek):
        self.formatday(__unknown__, __unknown__)
        return __unknown__

    def formatweekday(self, day):
        return __unknown__

    def formatweekheader(self):
        self.formatweekday(__unknown__)
        return __unknown__

    def formatmonthname(self, theyear, themonth, withyear=True):
        return __unknown__

    def formatmonth(self, theyear, themonth, withyear=True):
        self.formatmonthname(theyear, themonth, withyear=withyear)
        self.formatweekheader()
        self.formatweek(__unknown__)
        return __unknown__

    def formatyear(self, theyear, width=3):
        self.formatmonth(theyear, __unknown__, withyear=False)
        return __unknown__

    def formatyearpage(self, theyear, width=3, css="calendar.css", encoding=None):
        return self.formatyear(theyear, width)


class LocaleTextCalendar(TextCalendar):
    pass


class LocaleHTMLCalendar(HTMLCalendar):
    pass
