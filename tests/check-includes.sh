# SPDX-License-Identifier: MIT
# check-includes.sh - includes go one way: a folder knows those before it only.
. "$srcdir/tests/tap.sh"

order='base number calendar machine document words input decide prove loan
rulebook'

# strangers FOLDER ALLOWED: lines that include what FOLDER must not know.
strangers() {
    for file in "$srcdir/libmutualaid/$1"/*.[ch]; do
        [ -f "$file" ] || continue
        awk -v allowed="$2" -v file="${file#"$srcdir"/}" '
            BEGIN { count = split(allowed, name, " ")
                    for (i = 1; i <= count; i++) known[name[i]] = 1 }
            /^[ \t]*#[ \t]*include[ \t]*"/ {
                target = $0
                sub(/^[^"]*"/, "", target)
                folder = target
                sub(/\/.*/, "", folder)
                if (!(folder in known)) print file ":" NR ": " $0
            }' "$file"
    done
}

allowed=
for folder in $order; do
    allowed="$allowed $folder"
    [ -d "$srcdir/libmutualaid/$folder" ] || continue
    empty "$folder includes nothing that comes after it" \
        strangers "$folder" "$allowed"
done

# unknown_folders: folders of the library that have no place in the order.
unknown_folders() {
    for folder in "$srcdir"/libmutualaid/*/; do
        folder=$(basename "$folder")
        case " $(echo $order) " in
        *" $folder "*) ;;
        *) echo "$folder" ;;
        esac
    done
}
empty 'every folder of the library has a place in the order' unknown_folders

# Public headers know one another and two headers of C.
foreign() {
    grep -n '#include' "$srcdir"/include/mutualaid/*.h |
        grep -v -e '<mutualaid/' -e '<stddef.h>' -e '<stdint.h>'
}
empty 'public headers include public headers, stddef.h and stdint.h' foreign
finish
