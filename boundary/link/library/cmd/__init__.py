"""Which methods does an interpreter of lines call?  `do_close` for the line `close`, and what it asks around that."""

from cmd._unread import Reader  # its streams, its help: nothing of the application


class Cmd(Reader):
    def __init__(self, completekey="tab", stdin=None, stdout=None):
        pass

    def cmdloop(self, intro=None):
        self.preloop()
        line = self.precmd(str(intro))
        self.postcmd(self.onecmd(line), line)
        self.postloop()

    def onecmd(self, line):
        self.emptyline()
        self.default(line)
        self.__call_matching__("do_", line)
        return __unknown__

    def precmd(self, line):
        return line

    def postcmd(self, stop, line):
        return stop

    def preloop(self):
        pass

    def postloop(self):
        pass

    def emptyline(self):
        pass

    def default(self, line):
        pass
