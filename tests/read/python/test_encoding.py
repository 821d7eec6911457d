"""Bytes become text by PEP 263, and where they do not, the byte is named."""

import codecs

import pytest

from boundary.read.python.encoding import decode
from boundary.read.python.refusal import RefusedError


def refusal(content: bytes) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        decode(content)
    return caught.value


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        ("x = 'é'".encode(), "x = 'é'"),
        (codecs.BOM_UTF8 + b"x = 1", "x = 1"),
        (codecs.BOM_UTF8 + b"# coding: utf-8\nx", "# coding: utf-8\nx"),
        (b"# -*- coding: latin-1 -*-\nx = '\xe9'", "# -*- coding: latin-1 -*-\nx = 'é'"),
        (
            b"#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n'\x80'",
            "#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n'€'",
        ),
        ("x = 1\n# coding: latin-1\n'é'".encode(), "x = 1\n# coding: latin-1\n'é'"),
        ("\n\n# coding: latin-1\n'é'".encode(), "\n\n# coding: latin-1\n'é'"),
        (b"x = '# coding: latin-1'", "x = '# coding: latin-1'"),
    ],
)
def test_decoded(content: bytes, text: str) -> None:
    assert decode(content) == text


@pytest.mark.parametrize(
    ("content", "words", "line"),
    [
        (b"a = 1\nb = '\xe9'\n", "byte 0xe9 at position 11 is not UTF-8, and the file declares no other encoding", 2),
        (codecs.BOM_UTF8 + b"'\xe9'", "byte 0xe9 at position 4", 1),
        (b"# coding: ascii\n'\xe9'", "not valid in the encoding ascii that the file declares", 2),
        (b"# coding: klingon\n", "declares the encoding klingon, which Python does not know", 1),
        (b"# coding: zlib\n", "declares the encoding zlib, which Python does not know", 1),
        (b"# coding: undefined\nx", "declares the encoding undefined", 1),
        (
            codecs.BOM_UTF8 + b"# coding: latin-1\n",
            "the mark of UTF-8 and declares the encoding latin-1",
            1,
        ),
        (b"a = 1\n\n\0", "has a NUL byte at position 7", 3),
        ("x = 1".encode("utf-16"), "is UTF-16", 1),
    ],
)
def test_refused(content: bytes, words: str, line: int) -> None:
    refused = refusal(content)
    assert words in refused.reason
    assert refused.line == line
