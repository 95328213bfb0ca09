# SPDX-License-Identifier: MIT
"""support.py - what the Python tests share: where things lie, and TAP.

The tests are ordinary unittest cases. They run in the build folder, where the
package lies in python/; MUTUALAID_PACKAGE names another place to test, such as
an installed one, and is empty for whatever the interpreter finds by itself.
"""

import os
import subprocess
import sys
import traceback
import unittest
from pathlib import Path

SOURCE = Path(os.environ.get("srcdir", Path(__file__).parents[2])).resolve()
PACKAGE = os.environ.get("MUTUALAID_PACKAGE", "python")
if PACKAGE:
    sys.path.insert(0, os.path.abspath(PACKAGE))


def _preload_sanitizer():
    """A module built with sanitizers needs their run-time loaded first."""
    modules = list(Path(PACKAGE or ".").glob("mutualaid/_swig/_core*.so"))
    if not modules or b"__asan_init" not in modules[0].read_bytes():
        return
    if "libasan" in os.environ.get("LD_PRELOAD", ""):
        return
    compiler = os.environ.get("CC", "cc").split()
    library = (
        subprocess.run(
            [*compiler, "-print-file-name=libasan.so"],
            stdout=subprocess.PIPE,
            check=True,
        )
        .stdout.decode()
        .strip()
    )
    if not os.path.isabs(library):
        print("1..0 # SKIP there is no libasan.so to load first")
        sys.exit()
    environment = dict(
        os.environ,
        LD_PRELOAD=library,
        PYTHONMALLOC="malloc",
        # The interpreter itself gives back little at its end.
        ASAN_OPTIONS="detect_leaks=0",
    )
    program = [sys.executable, *sys.argv]
    os.execve(sys.executable, program, environment)


_preload_sanitizer()

HARBOUR = SOURCE / "tests" / "rulebooks" / "harbour.json"
STAY = {
    "admitted_on": "2024-03-01",
    "discharged_on": "2024-03-06",
    "joined_on": "2023-06-01",
    "ward": "general",
    "units": 2,
}


def _name(test):
    """The sentence that a test's name is."""
    method = getattr(test, "_testMethodName", None)
    if method is None:
        return test.id()
    if " " not in method:
        method = method.replace("_", " ")
    return method.replace("test_", "test ", 1).replace("test ", "", 1)


class _TapResult(unittest.TestResult):
    """Prints one line a test, as tests/README.md asks."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def _print(self, passed, name, directive=""):
        self.count += 1
        mark = "ok" if passed else "not ok"
        print(f"{mark} {self.count} - {name}{directive}", flush=True)

    def _print_failure(self, name, error):
        text = "".join(traceback.format_exception(*error))
        for line in text.splitlines():
            print("#", line)
        self._print(False, name)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._print(True, _name(test))

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._print(True, _name(test), f" # SKIP {reason}")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._print_failure(_name(test), err)

    def addError(self, test, err):
        super().addError(test, err)
        self._print_failure(_name(test), err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._print_failure(
                f"{_name(test)}, {subtest._subDescription()}", err
            )

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._print(False, _name(test))


def run():
    """Run the tests of the program that calls this, and end it."""
    main = sys.modules["__main__"]
    suite = unittest.defaultTestLoader.loadTestsFromModule(main)
    result = _TapResult()
    suite.run(result)
    print(f"1..{result.count}")
    sys.exit(not result.wasSuccessful())
