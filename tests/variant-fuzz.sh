# SPDX-License-Identifier: MIT
# variant-fuzz.sh - libFuzzer works on every target, from the seeds that are
# kept, for FUZZ_SECONDS (30) each.
#
# variants/fuzz/work/TARGET keeps what was found; `--update` packs the least
# of it that reaches as much into tests/fuzz/seeds/. tests/fuzz/README.md says
# more.
. "$srcdir/tests/variant.sh"
echo 'int LLVMFuzzerTestOneInput(void) { return 0; }' |
    clang -fsanitize=fuzzer -x c -o /dev/null - 2>/dev/null ||
    skip_all 'clang with libFuzzer is not installed'
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'

seconds=${FUZZ_SECONDS-30}
folder=variants/fuzz
programs="tests/fuzz/fuzz tests/fuzz/replay_seeds"
fuzz_flags='-O1 -g -fsanitize=fuzzer-no-link,address,undefined
    -fno-sanitize-recover=all'

build() (
    mkdir -p $folder && cd $folder || return 1
    if [ ! -e Makefile ]; then
        "$source/configure" --disable-python --disable-java --disable-check \
            --disable-shared CC=clang CFLAGS="$(echo $fuzz_flags)" || return 1
    fi
    # shellcheck disable=SC2086 # these are words
    make -s -j2 $programs
)

# fuzz TARGET OPTION..: let libFuzzer run.
fuzz() {
    fuzz_target=$1
    shift
    FUZZ_TARGET=$fuzz_target $folder/tests/fuzz/fuzz -rss_limit_mb=4000 -timeout=25 \
        -max_len=20000 -artifact_prefix=$folder/ \
        "-dict=$srcdir/tests/fuzz/mutualaid.dict" "$@" 2>&1
}

# work TARGET: make its folder, with the seeds and whatever was found before.
work() {
    mkdir -p "$folder/work/$1"
    $folder/tests/fuzz/replay_seeds --unpack \
        "$srcdir/tests/fuzz/seeds/$1.txt" "$folder/work/$1"
}

try() {
    target=$1
    shift
    fuzz "$target" -max_total_time="$seconds" -print_final_stats=1 \
        "$folder/work/$target" >"$folder/$target.log"
    status=$?
    sed -n "s/^stat::number_of_executed_units: */# figure: executions of \
$target: /p" "$folder/$target.log"
    [ $status = 0 ] || tail -40 "$folder/$target.log" | comment
    return $status
}

update() {
    rm -rf "$folder/least"
    mkdir -p "$folder/least"
    fuzz "$1" -set_cover_merge=1 -max_len=1500 "$folder/least" \
        "$folder/work/$1" | tail -1
    $folder/tests/fuzz/replay_seeds --pack "$folder/least" \
        "$srcdir/tests/fuzz/seeds/$1.txt"
}

holds 'the targets build with libFuzzer, ASan and UBSan' build
[ "$tests_failed" = 0 ] || finish
for target in $($folder/tests/fuzz/replay_seeds --list); do
    work "$target"
    if [ "${1-}" = --update ]; then
        update "$target"
        continue
    fi
    if try "$target"; then
        pass "$seconds s of any bytes do no harm to target $target"
    else
        fail "$seconds s of any bytes do no harm to target $target"
    fi
done
finish
