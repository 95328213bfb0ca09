# SPDX-License-Identifier: MIT
"""oracle_client.py - ask the library, block by block, through one program."""

import subprocess
from typing import NamedTuple, Optional

# Small enough for the program to keep the answers of a block in its buffer,
# so that neither side waits for the other.
BLOCK = 1000


class Reply(NamedTuple):
    """One line of the program; amounts are minor units."""

    outcome: str
    amount: Optional[int]
    least: int
    most: int
    missing: tuple
    deadlines: tuple = ()


def listed(word):
    """What a word lists."""
    return () if word == "-" else tuple(word.split(","))


def read_reply(line):
    """Turn "undetermined - 0 5000 units,born_on -" into a Reply.

    For "error code fact" the outcome is "error" and both words are missing.
    """
    words = line.split(" ")
    if words[0] == "error":
        return Reply("error", None, 0, 0, tuple(words[1:]))
    outcome, amount, least, most, missing, deadlines = words
    return Reply(outcome, None if amount == "-" else int(amount), int(least),
                 int(most), listed(missing), listed(deadlines))


class Oracle:
    """A running program; counts the cases that it decided."""

    def __init__(self, command):
        self.decided = 0
        self.program = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            encoding="utf-8", bufsize=1 << 16)

    def send(self, lines):
        """Hand over one block; receive() must follow before the next."""
        self.program.stdin.write("\n".join(lines) + "\n\n")
        self.program.stdin.flush()

    def receive(self, count):
        """The answers to a block of so many lines."""
        self.decided += count
        replies = []
        for _ in range(count):
            line = self.program.stdout.readline()
            if not line:
                raise RuntimeError("the oracle ended before its answers")
            replies.append(read_reply(line.rstrip("\n")))
        return replies

    def ask(self, lines):
        """The answers to any number of lines."""
        replies = []
        for start in range(0, len(lines), BLOCK):
            block = lines[start:start + BLOCK]
            self.send(block)
            replies += self.receive(len(block))
        return replies

    def close(self):
        """Let the program end; its exit status."""
        self.program.stdin.close()
        self.program.stdout.close()
        return self.program.wait()
