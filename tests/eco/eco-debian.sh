# SPDX-License-Identifier: MIT
# eco-debian.sh - Debian's packages are built in one clean Debian and used in
# another, by a program of C, of Python and of Java.
. "$srcdir/tests/tap.sh"
[ "$(id -u)" = 0 ] || skip_all 'a clean Debian needs root'
[ -x /usr/sbin/debootstrap ] ||
    skip_all 'debootstrap is not found (Debian: apt install debootstrap)'
unset MAKEFLAGS MFLAGS MAKELEVEL
scratch
trap 'umount "$scratch"/*/proc 2>/dev/null; rm -rf "$scratch"' EXIT
version=$(sed -n 's/.*MUTAID_VERSION "\(.*\)".*/\1/p' \
    "$srcdir/include/mutualaid/version.h")
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
    sed -n 's/^\(URIs: *\|deb  *\)\(http[^ ]*\).*/\2/p' | head -n 1)

# inside DEBIAN COMMAND: as root in a clean Debian.
inside() {
    chroot "$scratch/$1" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 HOME=/root sh -ec "$2"
}
clean_debian() {
    /usr/sbin/debootstrap --variant=minbase bookworm "$scratch/build" \
        "${mirror:-http://deb.debian.org/debian}" &&
        cp -a "$scratch/build" "$scratch/use"
}
# Java looks at /proc.
install_into() {
    mount -t proc proc "$scratch/$1/proc"
    inside "$1" "apt-get -qq update
        apt-get -qq -y --no-install-recommends install $2"
}
tarball() {
    make -s dist-gzip distdir="libmutualaid-$version" &&
        mv "libmutualaid-$version.tar.gz" \
            "$scratch/build/root/libmutualaid_$version.orig.tar.gz" &&
        tar xzf "$scratch/build/root/libmutualaid_$version.orig.tar.gz" \
            -C "$scratch/build/root"
}
build_packages() {
    install_into build 'build-essential debhelper' &&
        inside build "cd /root/libmutualaid-$version
            apt-get -qq -y --no-install-recommends build-dep .
            dpkg-buildpackage -us -uc -b"
}
# built: the names of the packages, without what holds debugging symbols.
built() {
    (cd "$scratch/build/root" && ls -- *.deb | sed 's/_.*//' | grep -v dbgsym)
}
use_packages() {
    mkdir "$scratch/use/root/packages" &&
        cp "$scratch"/build/root/*.deb "$scratch/use/root/packages" &&
        rm -f "$scratch"/use/root/packages/*dbgsym* &&
        install_into use 'gcc libc6-dev pkg-config default-jdk-headless \
            /root/packages/*.deb'
}

holds 'a clean Debian is made' clean_debian
holds 'a release tarball is made' tarball
holds 'the packages are built from it' build_packages
cat >"$scratch/wanted" <<'TEXT'
libmutualaid-dev
libmutualaid-doc
libmutualaid-java
libmutualaid0
python3-mutualaid
TEXT
built >"$scratch/built"
holds 'these packages, and no other' diff "$scratch/wanted" "$scratch/built"
holds 'another clean Debian takes them' use_packages
cp "$srcdir/tests/plain/consumer.c" "$srcdir/examples/python/hello.py" \
    "$srcdir/examples/java/Hello.java" "$scratch/use/root"
# shellcheck disable=SC2016 # the shell inside expands it
holds 'a program of C is built there and runs' inside use \
    'cd /root && gcc -std=c11 consumer.c -o consumer \
        $(pkg-config --cflags --libs libmutualaid) && ./consumer'
holds 'Python imports the package and decides' inside use \
    'cd /root && python3 hello.py | grep -q 360.00'
holds 'Java uses the jar and decides' inside use \
    'cd /root && javac -cp /usr/share/java/mutualaid.jar Hello.java &&
        java -cp /usr/share/java/mutualaid.jar:. Hello | grep -q 360.00'
holds 'they can be removed' inside use \
    'apt-get -qq -y purge libmutualaid0 libmutualaid-dev libmutualaid-java \
        libmutualaid-doc python3-mutualaid
    [ -z "$(find /usr -name "*mutualaid*" -not -path "*/doc/*")" ]'
finish
