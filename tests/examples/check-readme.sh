# SPDX-License-Identifier: MIT
# check-readme.sh - what README and HACKING show and name is there.
#
# With --update, in the build folder, the programs and what hello prints are
# put into the README instead: srcdir=.. sh ../tests/examples/check-readme.sh
# --update. Then read the difference.
. "$srcdir/tests/tap.sh"
scratch

update() {
    examples/hello >"$scratch/out" || exit 1
    awk -v c="$srcdir/examples/hello.c" -v text="$scratch/out" \
        -v python="$srcdir/examples/python/hello.py" \
        -v java="$srcdir/examples/java/Hello.java" '
        BEGIN { file["c"] = c; file["text"] = text
                file["python"] = python; file["java"] = java }
        inside && /^```$/ { inside = 0 }
        !inside { print }
        /^```./ && substr($0, 4) in file {
            name = substr($0, 4)
            while ((getline line <file[name]) > 0) print line
            delete file[name]
            inside = 1
        }' "$srcdir/README.md" >"$scratch/README.md" &&
        cp "$scratch/README.md" "$srcdir/README.md"
}
if [ "${1-}" = --update ]; then
    update
    exit
fi

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
# The digest changes with every edition of the rulebook.
without_digest() {
    sed 's/sha256 [0-9a-f]*/sha256/'
}
block text | without_digest >"$scratch/shown"
without_digest <"$scratch/out" >"$scratch/printed"
holds 'the C program prints what the README says it prints' \
    diff "$scratch/shown" "$scratch/printed"

# The step that HACKING.md adds, as a newcomer would type it.
awk '/step_half_beyond\.c - /{ inside = 1 } /^```/{ inside = 0 } inside' \
    "$srcdir/HACKING.md" >"$scratch/step_half_beyond.c"
holds 'HACKING shows a whole step' \
    grep -q 'mutaid__word_kind mutaid__step_half_beyond' \
    "$scratch/step_half_beyond.c"
# shellcheck disable=SC2086 # CC may hold options
holds 'the step that HACKING shows compiles' ${CC:-cc} -std=c11 -Wall \
    -Wextra -Werror -fsyntax-only -I"$srcdir/include" \
    -I"$srcdir/libmutualaid" "$scratch/step_half_beyond.c"

# What the documents name in backquotes and looks like a file; capitals and
# half_beyond stand for names to be chosen.
named_files() {
    cat "$srcdir/README.md" "$srcdir/HACKING.md" \
        "$srcdir/examples/README.md" | grep -oE '`[^` ]+`' | tr -d '`' |
        grep -E '/|\.(c|h|def|map|md|mk|sh|json|csv)$' |
        grep -vE 'NAME|LAYER|half_beyond|^[0-9/]*$' | sort -u
}
missing_files() {
    named_files | while read -r name; do
        found=no
        [ ! -e "$name" ] || found=yes # made by the build
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
