# SPDX-License-Identifier: MIT
"""tap.py - print test results as TAP, one line a test."""

import sys


class Tap:
    """Counts tests, prints one line for each and the plan at the end."""

    def __init__(self, out=None):
        self.out = out or sys.stdout
        self.count = 0
        self.failed = 0

    def ok(self, passed, name, *diagnostics):
        """Print one test; the diagnostics only if it failed."""
        self.count += 1
        mark = "ok" if passed else "not ok"
        if not passed:
            self.failed += 1
        print(f"{mark} {self.count} - {name}", file=self.out)
        if not passed:
            self.note(*diagnostics)
        self.out.flush()
        return passed

    def equal(self, found, expected, name):
        """Test that two values are equal and show both if they are not."""
        return self.ok(found == expected, name,
                       f"found:    {found!r}", f"expected: {expected!r}")

    def skip(self, name, reason):
        """Print a test that could not run."""
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {reason}", file=self.out)

    def note(self, *lines):
        """Print remarks that belong to no test of their own."""
        for line in lines:
            for part in str(line).splitlines():
                print(f"# {part}", file=self.out)

    def finish(self):
        """Print the plan; the answer is the exit status of the program."""
        print(f"1..{self.count}", file=self.out)
        return 1 if self.failed else 0
