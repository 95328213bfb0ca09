# SPDX-License-Identifier: MIT
# eco-cmake.sh - a project of CMake finds the installed library.
. "$srcdir/tests/tap.sh"
command -v cmake >/dev/null || skip_all 'cmake is not found (Debian: apt install cmake)'
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
unset MAKEFLAGS MFLAGS MAKELEVEL
scratch
prefix=$scratch/installed
version=$(sed -n 's/.*MUTAID_VERSION "\(.*\)".*/\1/p' \
    "$srcdir/include/mutualaid/version.h")

# The build's own prefix is not ours to write to: another build, from here.
source=$(cd "$srcdir" && pwd)
install_it() {
    mkdir "$scratch/build" && cd "$scratch/build" &&
        "$source/configure" -q --prefix="$prefix" --disable-static \
            CFLAGS=-O0 && make -s -j2 && make -s install
}
configured_source() {
    [ ! -e "$source/config.status" ] || echo 'the source tree is configured'
}
empty 'the source tree can be built elsewhere' configured_source
holds 'the library is installed' install_it
cp "$srcdir/tests/plain/consumer.c" "$scratch/consumer.c"

# project VERSION: one that asks for that version.
project() {
    cat >"$scratch/CMakeLists.txt" <<TEXT
cmake_minimum_required(VERSION 3.10)
project(consumer C)
find_package(mutualaid $1 REQUIRED)
add_executable(consumer consumer.c)
target_link_libraries(consumer mutualaid::mutualaid)
TEXT
    rm -rf "$scratch/made"
    cmake -S "$scratch" -B "$scratch/made" -DCMAKE_PREFIX_PATH="$prefix"
}
holds 'find_package finds it' project ''
holds 'a program is built with it' cmake --build "$scratch/made"
holds 'and runs' "$scratch/made/consumer"
holds 'its own version is found' project "$version"
wrong=$(project 9.0 2>&1) && wrong=
holds 'a version that is not there is refused' sh -c "test -n '${wrong:+refused}'"
finish
