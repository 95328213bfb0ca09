# SPDX-License-Identifier: MIT
# check-comments.sh - the public headers are the manual: 55 to 70 % comment.
#
# Counted over all headers together, blank lines left out; a line that holds
# both code and comment counts once as each.
. "$srcdir/tests/tap.sh"

share=$(awk '
    /^[ \t]*$/ { next }
    { line = $0
      code = comment = 0
      while (line != "") {
          if (in_comment) {
              comment = 1
              end = index(line, "*/")
              line = end ? substr(line, end + 2) : ""
              if (end) in_comment = 0
          } else {
              start = index(line, "/*")
              if ((start ? substr(line, 1, start - 1) : line) ~ /[^ \t]/)
                  code = 1
              line = start ? substr(line, start + 2) : ""
              if (start) in_comment = comment = 1
          }
      }
      comments += comment
      all += comment + code }
    END { print int(comments * 1000 / all) }
' "$srcdir"/include/mutualaid/*.h)

echo "# $((share / 10)).$((share % 10)) % of the public headers is comment"
holds 'at least 55 % of the public headers is comment' test "$share" -ge 550
holds 'at most 70 % of the public headers is comment' test "$share" -le 700
finish
