# SPDX-License-Identifier: MIT
# check-install.sh - programs find and use the installed library.
. "$srcdir/tests/tap.sh"
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
unset MAKEFLAGS MFLAGS MAKELEVEL
scratch

holds 'make install fills a DESTDIR' \
    make -s install DESTDIR="$scratch/root"
pc=$(find "$scratch/root" -name libmutualaid.pc 2>/dev/null | head -n 1)
libdir=$(dirname "$(dirname "${pc:-$scratch/none/none/none}")")
consumer=$srcdir/tests/plain/consumer.c

# flags: what pkg-config says, or what it would say.
flags() {
    if command -v pkg-config >/dev/null; then
        PKG_CONFIG_SYSROOT_DIR=$scratch/root PKG_CONFIG_PATH=$(dirname "$pc") \
            pkg-config --cflags --libs libmutualaid
    else
        prefix=$(sed -n 's/^prefix=//p' "$pc")
        echo "-I$scratch/root$prefix/include -L$libdir -lmutualaid"
    fi
}

# consume COMPILER FLAGS..: compile, link and run a program of somebody else.
consume() {
    # shellcheck disable=SC2046 # flags are words
    "$@" $(flags) -o "$scratch/app" &&
        LD_LIBRARY_PATH=$libdir "$scratch/app"
}
if [ -f "$libdir/libmutualaid.so" ]; then
    holds 'a C program uses the shared library' \
        consume $CC -std=c11 -pedantic -Wall -Werror "$consumer"
    holds 'the program needs the library by its soname' sh -c \
        "objdump -p '$scratch/app' | grep 'NEEDED *libmutualaid[.]so[.]0'"
    if [ "${CXX:-no}" = no ]; then
        skip 'a C++ program uses the shared library' 'no C++ compiler'
    else
        holds 'a C++ program uses the shared library' \
            consume $CXX -x c++ -std=c++11 -pedantic -Wall -Werror "$consumer"
    fi
else
    skip 'a program uses the shared library' 'no shared library is built'
fi
# The linker takes the first folder's library: here one without a shared one.
if [ -f "$libdir/libmutualaid.a" ]; then
    mkdir "$scratch/static"
    cp "$libdir/libmutualaid.a" "$scratch/static"
    holds 'a C program uses the static library' \
        consume $CC -std=c11 "$consumer" -L"$scratch/static"
    empty 'the program does without the shared library' \
        sh -c "objdump -p '$scratch/app' | grep 'NEEDED *libmutualaid'"
else
    skip 'a C program uses the static library' 'no static library is built'
fi

holds 'make uninstall succeeds' make -s uninstall DESTDIR="$scratch/root"
empty 'make uninstall leaves no file' find "$scratch/root" -type f
finish
