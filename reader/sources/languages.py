"""Which language an article is in.

English is told by its small words, at once; only for what has few of them py3langid is loaded, which takes
one or two seconds. It is trained on 97 languages (Lui and Baldwin 2012, langid.py).
"""

import re
from dataclasses import replace

from reader.article import Article

_words = str.split
_SAMPLE = 6_000  # characters
_FEWEST_WORDS = 12  # below that nobody can tell, and a guess would only alarm
_WORD = re.compile(r"[^\W\d_]+")
# The most frequent words of English that are no words of its neighbours; about 0.3 of any prose.
_SMALL_WORDS = frozenset(
    _words("the of and that for with was his her its from by this are has have not they will")
)
_ENGLISH = 0.12
_SPACELESS = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def count_words(text: str) -> int:
    """Count the words of any writing; where it has no spaces, as Chinese or Thai, two characters are one."""
    if text.isascii():
        return len(text.split())
    return len(re.sub(_SPACELESS, " ", text).split()) + len(re.findall(_SPACELESS, text)) // 2


def with_language(article: Article) -> Article:
    """Give the article with the ISO 639-1 code of its language."""
    code = language_of(article.text[:_SAMPLE])
    return article if code == article.language else replace(article, language=code)


def language_of(text: str) -> str:
    """Give the ISO 639-1 code of a text's language; English where there is too little to tell."""
    sample = text[:_SAMPLE].lower()
    words = _WORD.findall(sample)
    if len(words) < _FEWEST_WORDS and sample.isascii():
        return "en"
    if sum(word in _SMALL_WORDS for word in words) >= _ENGLISH * len(words):
        return "en"
    import py3langid

    code, _ = py3langid.classify(sample)
    return str(code)
