# SPDX-License-Identifier: MIT
# check-globals.sh - the library keeps no data that anything could write to.
. "$srcdir/tests/tap.sh"

archive=.libs/libcore.a
[ -f $archive ] || archive=.libs/libmutualaid.a
[ -f $archive ] || skip_all 'no library is built'
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
command -v objdump >/dev/null || skip_all 'objdump is not found'

# Symbols in writable sections. Tables of addresses in .data.rel.ro are
# written by the loader alone, then protected.
writable() {
    objdump -t $archive | awk '
        /file format/ { file = $1 }
        { section = ""
          for (i = 1; i <= NF; i++)
              if ($i ~ /^(\.(data|bss|tdata|tbss)([.].*)?|\*COM\*)$/)
                  section = $i }
        section != "" && section !~ /^\.data\.rel\.ro/ && $NF != section {
            print file " " section " " $NF }'
}
holds 'the archive can be read' objdump -t $archive
empty 'the library has no writable data' writable
finish
