# SPDX-License-Identifier: MIT
"""places - JSON text as a tree in which every value knows where it stands."""
import json
import re

BLANK = re.compile(r"[ \t\r\n]*")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
WORD = re.compile(r"-?[0-9]+|true|false|null")


class Node:
    """A value: `value` is a dict of nodes by key, a list of nodes, or plain.

    `start` and `end` are offsets in the text, `keys` the offsets of the keys
    of a dict.
    """

    def __init__(self, value, start, end, keys=None):
        self.value, self.start, self.end = value, start, end
        self.keys = keys or {}

    def __getitem__(self, key):
        return self.value[key]

    def get(self, key):
        return self.value.get(key) if isinstance(self.value, dict) else None


class _Reader:
    def __init__(self, text):
        self.text, self.at = text, 0

    def skip(self):
        self.at = BLANK.match(self.text, self.at).end()

    def take(self, pattern):
        found = pattern.match(self.text, self.at)
        self.at = found.end()
        return found

    def value(self):
        self.skip()
        start, first = self.at, self.text[self.at]
        keys = {}
        if first == "{":
            value = self.members(keys)
        elif first == "[":
            value = self.items()
        else:
            value = json.loads(self.take(STRING if first == '"' else WORD)[0])
        return Node(value, start, self.at, keys)

    def members(self, keys):
        members = {}
        self.at += 1
        self.skip()
        while self.text[self.at] != "}":
            start = self.at
            key = json.loads(self.take(STRING)[0])
            keys[key] = (start, self.at)
            self.skip()
            self.at += 1
            members[key] = self.value()
            self.comma()
        self.at += 1
        return members

    def items(self):
        items = []
        self.at += 1
        self.skip()
        while self.text[self.at] != "]":
            items.append(self.value())
            self.comma()
        self.at += 1
        return items

    def comma(self):
        self.skip()
        if self.text[self.at] == ",":
            self.at += 1
            self.skip()


def read(text):
    """The tree of a text that is known to be sound JSON."""
    return _Reader(text).value()
