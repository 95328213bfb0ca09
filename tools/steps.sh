# SPDX-License-Identifier: MIT
# steps.sh - what ./quickstart and ./runtests share: build in build/, quietly.

jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)

# step TEXT COMMAND..: run it, say how long it took, show its output only if
# it fails.
step() {
    printf '%s ... ' "$1"
    shift
    step_began=$(date +%s)
    mkdir -p build
    if "$@" >build/step.log 2>&1 </dev/null; then
        echo "$(($(date +%s) - step_began)) s"
    else
        echo 'failed'
        cat build/step.log
        return 1
    fi
}

# configured OPTION..: make sure that build/ is configured with these options.
configured() {
    if [ ! -e configure ] || [ ! -e Makefile.in ]; then
        step 'Writing configure' autoreconf -fi || return 1
    fi
    if [ ! -e build/Makefile ] || [ "$(cat build/options)" != "$*" ]; then
        step 'Configuring' in_build ../configure "$@" || return 1
        echo "$*" >build/options
    fi
}

in_build() {
    (cd build && "$@")
}
