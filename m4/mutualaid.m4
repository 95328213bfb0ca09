# SPDX-License-Identifier: MIT
# mutualaid.m4 - the few questions that configure.ac asks.

# MUTUALAID_CC_FLAGS(VARIABLE, FLAGS)
# Put those flags into VARIABLE that the C compiler knows.
AC_DEFUN([MUTUALAID_CC_FLAGS],
[AC_MSG_CHECKING([which of the flags of $1 $CC knows])
mutualaid_saved_CFLAGS=$CFLAGS
$1=
for mutualaid_flag in m4_normalize([$2]); do
    CFLAGS="$mutualaid_saved_CFLAGS -Werror $$1 $mutualaid_flag"
    AC_COMPILE_IFELSE([AC_LANG_SOURCE([[int known;]])],
                      [$1="$$1 $mutualaid_flag"])
done
CFLAGS=$mutualaid_saved_CFLAGS
AC_MSG_RESULT([$$1])
AC_SUBST([$1])])

# MUTUALAID_VERSION_SCRIPT
# Find out whether the linker takes a list of the symbols to export.
AC_DEFUN([MUTUALAID_VERSION_SCRIPT],
[AC_MSG_CHECKING([whether the linker takes a version script])
mutualaid_saved_LDFLAGS=$LDFLAGS
echo 'NODE { global: main; local: *; };' >conftest.map
LDFLAGS="$LDFLAGS -Wl,--version-script=conftest.map"
AC_LINK_IFELSE([AC_LANG_PROGRAM([], [])],
               [mutualaid_script=yes], [mutualaid_script=no])
LDFLAGS=$mutualaid_saved_LDFLAGS
rm -f conftest.map
AC_MSG_RESULT([$mutualaid_script])
AM_CONDITIONAL([HAVE_VERSION_SCRIPT], [test $mutualaid_script = yes])])

# MUTUALAID_INSTRUMENT(NAME, WHAT IT IS FOR, FLAGS)
# Offer --enable-NAME, which compiles and links everything with FLAGS.
AC_DEFUN([MUTUALAID_INSTRUMENT],
[AC_ARG_ENABLE([$1], [AS_HELP_STRING([--enable-$1], [$2])],
    [], [enable_$1=no])
AS_IF([test "$enable_$1" = yes],
      [CFLAGS="$CFLAGS m4_normalize([$3])"
       LDFLAGS="$LDFLAGS m4_normalize([$3])"])
AM_CONDITIONAL([WITH_]m4_toupper([$1]), [test "$enable_$1" = yes])])

# MUTUALAID_FEATURE(NAME, WHAT IT IS, TEST)
# Offer --enable-NAME and --disable-NAME. TEST sets mutualaid_missing to what
# is missing and how to get it, or leaves it empty.
AC_DEFUN([MUTUALAID_FEATURE],
[AC_ARG_ENABLE([$1],
    [AS_HELP_STRING([--disable-$1], [do without $2])],
    [], [enable_$1=auto])
feature_$1=no
AS_IF([test "$enable_$1" != no],
      [mutualaid_missing=
       $3
       AS_IF([test -z "$mutualaid_missing"], [feature_$1=yes],
             [test "$enable_$1" = yes],
             [AC_MSG_ERROR([--enable-$1: $mutualaid_missing])],
             [AC_MSG_WARN([without $2: $mutualaid_missing])])])
AM_CONDITIONAL([HAVE_]m4_toupper([$1]), [test $feature_$1 = yes])])

# MUTUALAID_FIND_CHECK
AC_DEFUN([MUTUALAID_FIND_CHECK],
[AC_CHECK_PROGS([PKG_CONFIG], [pkg-config], [no])
AC_MSG_CHECKING([for Check])
CHECK_CFLAGS= CHECK_LIBS=
AS_IF([$PKG_CONFIG --exists 'check >= 0.15' 2>/dev/null],
      [CHECK_CFLAGS=`$PKG_CONFIG --cflags check`
       CHECK_LIBS=`$PKG_CONFIG --libs check`],
      [mutualaid_missing="Check 0.15 is not found (Debian: apt install check pkg-config)"])
AC_MSG_RESULT([${mutualaid_missing:-$CHECK_LIBS}])
AC_SUBST([CHECK_CFLAGS])
AC_SUBST([CHECK_LIBS])])

# MUTUALAID_FIND_SWIG(LANGUAGE)
# A tarball holds what SWIG writes and needs none.
AC_DEFUN([MUTUALAID_FIND_SWIG],
[AC_CHECK_PROGS([SWIG], [swig], [no])
AS_IF([test "$SWIG" = no && test ! -f "$srcdir/bindings/$1/core_wrap.c"],
      [mutualaid_missing="swig is not found (Debian: apt install swig)"])])

# MUTUALAID_FIND_PYTHON
# Which interpreter runs is settled once: a name may be a shim that starts
# another one elsewhere. Headers and names come from that interpreter.
AC_DEFUN([MUTUALAID_FIND_PYTHON],
[AC_ARG_VAR([PYTHON], [the Python interpreter, 3.8 or newer])
AC_CHECK_PROGS([PYTHON], [python3], [no])
AC_MSG_CHECKING([for Python's headers and folders])
AS_IF([test "$PYTHON" = no],
      [mutualaid_missing="python3 is not found (Debian: apt install python3-dev)"],
      [eval "`$PYTHON $srcdir/tools/python-facts`"])
AC_MSG_RESULT([${mutualaid_missing:-$PYTHON_INCLUDE}])
AS_IF([test "$PYTHON" = no], [PYTHON=])
AS_IF([test -z "$mutualaid_missing"], [MUTUALAID_FIND_SWIG([python])])
AC_SUBST([PYTHON_INCLUDE])
AC_SUBST([PYTHON_SUFFIX])
AC_ARG_VAR([PYTHON_DIR], [where the Python package is installed])])

# MUTUALAID_FIND_JAVA
# The headers of JNI lie beside the compiler that its name leads to.
AC_DEFUN([MUTUALAID_FIND_JAVA],
[AC_CHECK_PROGS([JAVAC], [javac], [no])
AC_CHECK_PROGS([JAVA], [java], [no])
AC_CHECK_PROGS([JAR], [jar], [no])
AC_CHECK_PROGS([JAVADOC], [javadoc], [no])
AC_MSG_CHECKING([for the headers of JNI])
JAVA_HEADERS=
AS_IF([test "$JAVAC" = no || test "$JAVA" = no || test "$JAR" = no],
      [mutualaid_missing="no JDK is found (Debian: apt install default-jdk-headless)"],
      [JAVA_HEADERS=`readlink -f "$(command -v $JAVAC)"`
       JAVA_HEADERS=${JAVA_HEADERS%/bin/javac}/include
       AS_IF([test ! -f "$JAVA_HEADERS/jni.h"],
             [mutualaid_missing="no jni.h in $JAVA_HEADERS (Debian: apt install default-jdk-headless)"])])
AC_MSG_RESULT([${mutualaid_missing:-$JAVA_HEADERS}])
# One text gives one jar, byte for byte, where jar can be told the time.
JAVA_TIMESTAMP=2026-01-01T00:00:00Z
JAR_CREATE=cmf
JAR_FILE=
AS_IF(["$JAR" --help 2>/dev/null | grep -e --date= >/dev/null],
      [JAR_CREATE="--create --date=$JAVA_TIMESTAMP --manifest"
       JAR_FILE=--file])
AS_IF([test -z "$mutualaid_missing"], [MUTUALAID_FIND_SWIG([java])])
AC_SUBST([JAR_CREATE])
AC_SUBST([JAR_FILE])
AC_SUBST([JAVA_TIMESTAMP])
AC_SUBST([JAVA_HEADERS])])
