# SPDX-License-Identifier: MIT
# pip.sh - what the tests of the pip package share.

# checkout: a copy of the sources in $scratch/source, as a checkout has them.
checkout() {
    mkdir "$scratch/source"
    (cd "$srcdir" && tar cf - --exclude=__pycache__ --exclude='*_wrap.c' \
        --exclude=core.py --exclude=beijing_text.c LICENSE MANIFEST.in NEWS \
        README.md bindings include libmutualaid pyproject.toml rulebooks \
        setup.py) | (cd "$scratch/source" && tar xf -)
}

# build_wheel PYTHON SOURCE INTO OPTION..
build_wheel() {
    python=$1 source=$2 into=$3
    shift 3
    "$python" -m pip wheel --disable-pip-version-check -q --no-deps \
        "$@" -w "$into" "$source"
}

# environment PYTHON FOLDER WHEEL: a new environment with nothing but the wheel.
environment() {
    "$1" -m venv "$2" &&
        "$2/bin/python" -m pip install --disable-pip-version-check -q \
            --no-index --no-deps "$3"
}

# passes ENVIRONMENT TEST: a test program of ours passes in the environment.
passes() {
    (cd "$scratch" && srcdir=$srcdir MUTUALAID_PACKAGE='' \
        PYTHONDONTWRITEBYTECODE=1 "$1/bin/python" -W error \
        "$srcdir/tests/python/$2" >"$scratch/log") ||
        { grep -B 5 '^not ok' "$scratch/log" | tail -n 40; return 1; }
}

source_distribution() {
    (cd "$2" && "$1" setup.py -q sdist -d "$3" 2>&1)
}

# without_swig FOLDER: print a PATH on which everything is but SWIG.
without_swig() {
    mkdir -p "$1"
    IFS=:
    for folder in $PATH; do
        for file in "$folder"/*; do
            [ ! -x "$file" ] || [ -e "$1/${file##*/}" ] ||
                ln -s "$file" "$1/${file##*/}"
        done
    done
    rm -f "$1"/swig*
    echo "$1"
}
