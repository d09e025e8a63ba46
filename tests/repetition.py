"""Which long sentences a built page says again and again."""

import re
from collections import Counter
from html.parser import HTMLParser

# So many words are short, and so often a page may say the same.
WORDS, TIMES = 8, 3
INLINE = frozenset({"a", "abbr", "b", "del", "em", "i", "ins", "span", "strong", "time"})
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")


class _Texts(HTMLParser):
    """The texts of a page's main part, each block and each note of a line on its own; names that are links left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found, self._depth, self._in_link = [""], 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._depth += tag == "main"
        self._in_link += tag == "a"
        if tag not in INLINE or ("class", "fact-note") in attrs:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "main"
        self._in_link -= tag == "a"
        if tag not in INLINE:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self._depth and not self._in_link:
            self.found[-1] += data


def repeated(page: str) -> dict[str, int]:
    """The sentences of more than eight words that stand more than three times on `page`, and how often."""
    texts = _Texts()
    texts.feed(page)
    sentences = (sentence for text in texts.found for sentence in SENTENCE.split(" ".join(text.split())))
    counts = Counter(sentence for sentence in sentences if len(sentence.split()) > WORDS)
    return {sentence: count for sentence, count in counts.items() if count > TIMES}
