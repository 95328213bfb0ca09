#!/bin/sh
# SPDX-License-Identifier: MIT
# write-pages.sh - every part of a rulebook as a page, in zh and en.
# usage, in the build folder: write-pages.sh FOLDER [RULEBOOK.json]
into=${1:?"write-pages.sh: name a folder"}
for language in zh en; do
    mkdir -p "$into/$language" || exit 1
    ./examples/pages "$language" "${2:--}" >"$into/$language.all" || exit 1
    # a title, an empty line, and the name of the part between backticks
    "${AWK:-awk}" -v into="$into/$language" '
        /^# / { title = $0; next }
        title != "" && /^`/ {
            if (file) close(file)
            split($0, words, "`")
            file = into "/" words[2] ".md"
            print title "\n" >file
            title = ""
        }
        title == "" && file { print >file }' "$into/$language.all" || exit 1
    rm "$into/$language.all"
done
