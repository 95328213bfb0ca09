#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""arrow_interface.py - record batches of pyarrow through the C interface.

Run by tests/check-arrow.sh in the build folder; the library is called with
ctypes, so that nothing but the Arrow C Data Interface stands between. Prints
TAP.
"""

import ctypes
import gc
import os
import sys
from datetime import date

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                "..", "model"))
from tap import Tap  # noqa: E402

try:
    import pyarrow as pa
except ImportError:
    print("1..0 # SKIP pyarrow is not installed")
    sys.exit(0)

ROOT = os.environ.get("srcdir", ".")
LIBRARY = ctypes.CDLL(".libs/libmutualaid.so")
OUTCOME, AMOUNT, BOUNDS, ITEMS, FAILED, REASON = 1, 2, 4, 8, 16, 32
POINTER = ctypes.c_void_p


class Refused(Exception):
    """What the library says of a call that failed."""


def call(name, *arguments):
    """Call a function of the library; its last parameter is the error."""
    error = ctypes.create_string_buffer(4096)
    if getattr(LIBRARY, name)(*arguments, error):
        fact, text = error.raw[16:96], error.raw[96:496]
        raise Refused(fact.split(b"\0")[0].decode() + ": "
                      + text.split(b"\0")[0].decode())


class Desk:
    """A batch for the only part of a rulebook."""

    def __init__(self, path):
        with open(os.path.join(ROOT, path), "rb") as file:
            text = file.read()
        self.rulebook, self.batch = POINTER(), POINTER()
        call("mutaid_rulebook_read", text, ctypes.c_size_t(len(text)), None,
             ctypes.byref(self.rulebook), None)
        call("mutaid_batch_new", self.rulebook, ctypes.byref(self.batch))
        call("mutaid_batch_set_part", self.batch, ctypes.c_size_t(0))

    def close(self):
        """Let batch and rulebook go."""
        LIBRARY.mutaid_batch_free(self.batch)
        LIBRARY.mutaid_rulebook_unref(self.rulebook)

    def bind(self, records):
        """Hand a record batch over."""
        array = ctypes.create_string_buffer(128)
        schema = ctypes.create_string_buffer(128)
        records._export_to_c(ctypes.addressof(array), ctypes.addressof(schema))
        try:
            call("mutaid_batch_bind_arrow", self.batch, array, schema)
        except Refused:
            # it is ours again: pyarrow takes it back and releases it
            pa.RecordBatch._import_from_c(ctypes.addressof(array),
                                          ctypes.addressof(schema))
            raise
        pa.Schema._import_from_c(ctypes.addressof(schema))

    def decide(self, records, answers=63):
        """The answers to a record batch, checked by pyarrow."""
        runner = POINTER()
        array = ctypes.create_string_buffer(128)
        schema = ctypes.create_string_buffer(128)
        self.bind(records)
        call("mutaid_batch_want_arrow", self.batch, ctypes.c_uint32(answers))
        call("mutaid_batch_runner_new", self.batch, ctypes.byref(runner))
        call("mutaid_batch_run", self.batch, runner, ctypes.c_size_t(0),
             ctypes.c_size_t(records.num_rows), None)
        LIBRARY.mutaid_batch_runner_free(runner)
        call("mutaid_batch_export_arrow", self.batch, array, schema)
        out = pa.RecordBatch._import_from_c(ctypes.addressof(array),
                                            ctypes.addressof(schema))
        out.validate(full=True)
        return out

    def stream(self, reader, answers):
        """The answers to a stream, read to its end."""
        source = ctypes.create_string_buffer(128)
        out = ctypes.create_string_buffer(128)
        reader._export_to_c(ctypes.addressof(source))
        call("mutaid_batch_stream_arrow", self.batch, source,
             ctypes.c_uint32(answers), out)
        table = pa.RecordBatchReader._import_from_c(
            ctypes.addressof(out)).read_all()
        table.validate(full=True)
        return table


NIGHTS = {
    "admitted_on": pa.array([date(2024, 3, 1)] * 4, pa.date32()),
    "discharged_on": pa.array([date(2024, 3, 6), date(2024, 3, 2), None,
                               date(2024, 3, 6)], pa.date32()),
    "joined_on": pa.array([date(2023, 6, 1)] * 4, pa.date32()),
    "ward": pa.array(["general", "general", "general", "private"]),
    "units": pa.array([2, 2, 2, 2], pa.uint8()),
    "self_inflicted": pa.array([False, None, None, False]),
    "note": pa.array([1.5, 2.5, 3.5, 4.5]),
}
HARBOUR = "tests/rulebooks/harbour.json"
SLICES = "bench/rulebooks/reimbursement.json"


def nights(**columns):
    """Claims on the harbour fund, some columns replaced."""
    return pa.RecordBatch.from_pydict({**NIGHTS, **columns})


def test_answers(tap):
    """Every answer, for every type of fact."""
    desk = Desk(HARBOUR)
    out = desk.decide(nights())
    desk.close()  # what was handed over lives on
    tap.equal(out.column("outcome").to_pylist(),
              ["eligible", "eligible", "undetermined", "refused"],
              "outcomes leave as a dictionary")
    tap.equal(out.column("amount").to_pylist(), [24000, 0, None, 0],
              "amounts leave as int64, null where they are not certain")
    tap.equal(out.column("least").to_pylist()[2], 0, "so does the least")
    tap.equal(out.column("failed").to_pylist(), [[0], [0], [0], [1]],
              "failed requirements leave as a list of words")
    tap.equal(out.column("item:nights").to_pylist()[0], 24000,
              "items leave by their ids")


def test_types(tap):
    """Choices, offsets and decimals in all their forms."""
    desk = Desk(HARBOUR)
    wards = NIGHTS["ward"]
    for name, column in [("large_utf8", wards.cast(pa.large_utf8())),
                         ("a dictionary", wards.dictionary_encode())]:
        amounts = desk.decide(nights(ward=column), AMOUNT).column("amount")
        tap.equal(amounts.to_pylist(), [24000, 0, None, 0],
                  f"choices come as {name}")
    amounts = desk.decide(nights().slice(1, 3), AMOUNT).column("amount")
    tap.equal(amounts.to_pylist(), [0, None, 0], "a slice begins where it does")
    desk.close()
    desk = Desk(SLICES)
    money = pa.RecordBatch.from_pydict({
        "before": pa.array(["0.000", "1300.000"]).cast(pa.decimal128(12, 3)),
        "claim": pa.array([500000, 10000], pa.int32())})
    tap.equal(desk.decide(money, AMOUNT).column("amount").to_pylist(),
              [74000, 2000], "decimal128 is the currency, integers are fen")
    desk.close()


def test_refused(tap):
    """Types that cannot hold a fact."""
    desk = Desk(HARBOUR)
    refused = {
        "units": pa.array([1.0, 2.0, 3.0, 4.0]),
        "admitted_on": pa.array([1, 2, 3, 4], pa.int32()),
        "ward": pa.array([0, 1, 0, 1]),
        "joined_on": pa.array([date(2023, 6, 1)] * 4, pa.date64())}
    for name, column in refused.items():
        try:
            desk.bind(nights(**{name: column}))
            told = "nothing"
        except Refused as error:
            told = str(error)
        tap.ok(told.startswith(f"{name}: a column of Arrow format"),
               f"{column.type} is refused for {name}, by name", told)
    desk.close()


def test_stream(tap):
    """A stream of record batches."""
    desk = Desk(HARBOUR)
    batches = [nights()] * 50
    reader = pa.RecordBatchReader.from_batches(batches[0].schema, batches)
    table = desk.stream(reader, OUTCOME | AMOUNT)
    tap.equal(table.column("amount").to_pylist(), [24000, 0, None, 0] * 50,
              "a stream of fifty record batches is decided as it is read")
    desk.close()


def main():
    """All tests; what pyarrow handed out must have come back."""
    tap = Tap()
    before = pa.total_allocated_bytes()
    for test in (test_answers, test_types, test_refused, test_stream):
        test(tap)
        gc.collect()
    tap.equal(pa.total_allocated_bytes(), before,
              "every buffer of pyarrow was released")
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
