# SPDX-License-Identifier: MIT
# local.mk - the library: compiled once into libcore.la, with hidden symbols.
#
# libcore.la is never installed. The shared library exports from it what
# libmutualaid.map names; unit tests and the Java library link it whole.

noinst_LTLIBRARIES += libcore.la
libcore_la_SOURCES = $(library_sources)
nodist_libcore_la_SOURCES = %D%/rulebook/beijing_text.c
libcore_la_CFLAGS = $(AM_CFLAGS) $(HIDDEN_CFLAGS)
libcore_la_LDFLAGS =

mutualaidincludedir = $(includedir)/mutualaid
mutualaidinclude_HEADERS = $(public_headers)

# Of the three numbers, the middle one counts compatible corrections. An added
# symbol makes 0:0:0 into 1:0:1, any other change of the interface into 1:0:0.
lib_LTLIBRARIES += libmutualaid.la
libmutualaid_la_SOURCES =
libmutualaid_la_LIBADD = libcore.la
libmutualaid_la_LDFLAGS = -version-info 0:0:0 -no-undefined
if HAVE_VERSION_SCRIPT
libmutualaid_la_LDFLAGS += \
	-Wl,--version-script=$(top_srcdir)/%D%/libmutualaid.map
libmutualaid_la_DEPENDENCIES = libcore.la %D%/libmutualaid.map
endif

# The built-in rulebook, as an array of bytes.
CLEANFILES += %D%/rulebook/beijing_text.c
%D%/rulebook/beijing_text.c: rulebooks/beijing.json tools/embed
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	$(SHELL) $(top_srcdir)/tools/embed mutaid__beijing \
		$(top_srcdir)/rulebooks/beijing.json >$@.new && mv $@.new $@
