# SPDX-License-Identifier: MIT
# local.mk - the bindings: each compiles what SWIG writes from bindings/swig
# and links libcore.la. So it holds the library whole, needs no installed one,
# and cannot meet one of another version.
#
# What SWIG writes goes into the tarball: who builds from one needs no SWIG.

EXTRA_DIST += $(swig_files) $(py_files) $(py_tests) $(java_files) $(java_tests) \
	%D%/python/exports.map
binding_cppflags = $(AM_CPPFLAGS) -I$(top_srcdir)/%D%/swig
# SWIG's code has unused parameters and looks at pointers as integers.
binding_cflags = -std=c11 -Wall -Wextra -Wno-unused-parameter \
	-fno-strict-aliasing $(HIDDEN_CFLAGS)
binding_ldflags = -module -avoid-version -shared -rpath /nowhere
SWIG_FLAGS = -Wall -Werror -doxygen -I$(top_srcdir)/include \
	-I$(top_srcdir)/%D%/swig

include %D%/python/local.mk
include %D%/java/local.mk
