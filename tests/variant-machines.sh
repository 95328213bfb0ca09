# SPDX-License-Identifier: MIT
# variant-machines.sh - the same bits on other machines: every golden and every
# refused case on 32 bits (i386) and on 64 bits the other way round (s390x,
# which qemu plays).
. "$srcdir/tests/variant.sh"
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'

# machine NAME COMPILER RUNNER OPTION..: build there, replay here.
machine() {
    name=$1
    compiler=$2
    runner=$3
    shift 3
    if ! echo 'int main(void) { return 0; }' |
        $compiler -x c -o "machine-$name" - 2>/dev/null ||
        ! $runner "./machine-$name" 2>/dev/null; then
        rm -f "machine-$name"
        skip "the golden cases on $name" "no $compiler that works, or no qemu"
        return
    fi
    rm -f "machine-$name"
    holds "the library builds for $name without a warning" \
        build "$name" --disable-shared --disable-check --enable-werror \
        CC="$compiler" "$@"
    for program in plain/replay fuzz/replay_seeds; do
        holds "$program passes on $name" \
            $runner "variants/$name/tests/$program"
    done
}

build() (
    mkdir -p "variants/$1" && cd "variants/$1" || return 1
    shift
    if [ ! -e Makefile ]; then
        "$source/configure" --disable-python --disable-java "$@" || return 1
    fi
    make -s -j2 libcore.la libmutualaid.la tests/plain/replay \
        tests/fuzz/replay_seeds
)

machine i386 'gcc -m32' ''
machine s390x s390x-linux-gnu-gcc-12 'qemu-s390x -L /usr/s390x-linux-gnu' \
    --host=s390x-linux-gnu
finish
