# SPDX-License-Identifier: MIT
# check-readme.sh - what README and HACKING show and name is there.
. "$srcdir/tests/tap.sh"
scratch

# block LANGUAGE: the first block of the README in that language.
block() {
    awk -v fence="\`\`\`$1" '
        $0 == fence && !done { inside = 1; next }
        inside && /^```/ { inside = 0; done = 1 }
        inside' "$srcdir/README.md"
}

# shows LANGUAGE FILE: the README's program is the file, word for word.
shows() {
    block "$1" >"$scratch/shown"
    holds "the README shows examples/$2 word for word" \
        diff "$srcdir/examples/$2" "$scratch/shown"
}
shows c hello.c
shows python python/hello.py
shows java java/Hello.java

examples/hello >"$scratch/out" 2>"$scratch/err"
holds 'the C program succeeds' test $? = 0
empty 'the C program has nothing to complain about' cat "$scratch/err"
holds 'ten days in 2016 pay 36000 fen' \
    test "$(head -n 1 "$scratch/out")" = '36000 fen'
block text >"$scratch/shown"
holds 'the C program prints what the README says it prints' \
    diff "$scratch/shown" "$scratch/out"

# What the documents name in backquotes and looks like a file; capitals and
# half_beyond stand for names to be chosen.
named_files() {
    cat "$srcdir/README.md" "$srcdir/HACKING.md" \
        "$srcdir/examples/README.md" | grep -oE '`[^` ]+`' | tr -d '`' |
        grep -E '/|\.(c|h|def|map|md|mk|sh|json|csv)$' |
        grep -vE 'NAME|LAYER|half_beyond' | sort -u
}
missing_files() {
    named_files | while read -r name; do
        found=no
        for place in . libmutualaid libmutualaid/words include/mutualaid \
            tests examples; do
            # shellcheck disable=SC2086 # a name may be a pattern
            set -- "$srcdir"/$place/$name
            [ ! -e "$1" ] || found=yes
        done
        [ $found = yes ] || echo "$name"
    done
}
holds 'the documents name files' test "$(named_files | wc -l)" -gt 20
empty 'every file that they name exists' missing_files
finish
