# SPDX-License-Identifier: MIT
# variant-threads.sh - threads that share one rulebook race nowhere, also when
# whoever made it lets go of it: watched by ThreadSanitizer.
. "$srcdir/tests/variant.sh"
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
echo 'int main(void) { return 0; }' |
    clang -fsanitize=thread -x c -o /dev/null - 2>/dev/null ||
    skip_all 'clang with ThreadSanitizer is not installed'

build() (
    mkdir -p variants/threads && cd variants/threads || return 1
    if [ ! -e Makefile ]; then
        "$source/configure" --disable-python --disable-java --disable-check \
            --disable-shared CC=clang CFLAGS='-O1 -g -fsanitize=thread' ||
            return 1
    fi
    make -s -j2 tests/threads/share
)
holds 'the library builds with ThreadSanitizer' build
holds 'six threads share a rulebook without a race' \
    env TSAN_OPTIONS=halt_on_error=1 variants/threads/tests/threads/share
finish
