# SPDX-License-Identifier: MIT
# check-python-examples.sh - the examples in Python do what they say.
. "$srcdir/tests/python/python.sh"
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
scratch
examples=$srcdir/examples/python
run_python -W error "$examples/hello.py" >"$scratch/hello"
holds 'hello.py decides the amount' sh -c \
    "[ \"\$(head -n 1 '$scratch/hello')\" = 360.00 ]"
holds 'hello.py explains it in Chinese' grep -q 住院津贴 "$scratch/hello"

# answers: what is asked for is looked up here, so that the order is free.
cat >"$scratch/answer.py" <<'END'
import runpy, sys
ANSWERS = {
    "admitted on": "2016-03-01", "hospital class": "2",
}
asked = []
def answer(question):
    asked.append(question)
    return ANSWERS.get(question.split(" / ")[1].split("\n")[0], "")
import builtins
builtins.input = answer
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
assert len(asked) >= 1, asked
END
asks() {
    run_python -W error "$scratch/answer.py" "$examples/ask.py" \
        hospital_allowance >"$scratch/ask" || return
    cat "$scratch/ask"
    grep -q '^\[0.00 to [0-9.]* CNY\]$' "$scratch/ask"
}
holds 'ask.py asks for what is missing and tells the bounds' asks
holds 'ask.py refuses an unknown part in a sentence' sh -c "
    ! PYTHONPATH='$package' '$PYTHON' '$examples/ask.py' nothing \
        2>'$scratch/error' && ! grep -q Traceback '$scratch/error'"
# The manual's first sample is the example, word for word.
awk '/^```python$/ { inside = 1; next } /^```$/ { exit } inside' \
    "$srcdir/bindings/python/README.md" >"$scratch/sample"
grep -v '^# SPDX' "$examples/hello.py" >"$scratch/example"
holds 'the sample of the manual is hello.py' \
    diff "$scratch/sample" "$scratch/example"

run_python -W error "$examples/loan.py" >"$scratch/loan"
cat >"$scratch/expected" <<'END'
2021-06-20 983.89 983.89 100000.00
2021-09-20 983.89 983.89 100000.00
2021-12-20 486.60 486.60 50000.00
2022-03-21 481.25 481.25 0.00
2935.63
486.60
END
holds 'loan.py states rows, interest and the refund of a quarter' \
    diff "$scratch/expected" "$scratch/loan"
awk '/^## Loans$/ { wanted = 1 }
    wanted && /^```python$/ { inside = 1; next }
    inside && /^```$/ { exit }
    inside' "$srcdir/bindings/python/README.md" >"$scratch/sample"
grep -v '^# SPDX' "$examples/loan.py" >"$scratch/example"
holds 'the sample of a loan in the manual is loan.py' \
    diff "$scratch/sample" "$scratch/example"
finish
