# SPDX-License-Identifier: MIT
# local.mk - the Python package, put together in python/ of the build folder.

if HAVE_PYTHON
noinst_LTLIBRARIES += %D%/_core.la
nodist_%C%__core_la_SOURCES = %D%/core_wrap.c
%C%__core_la_CPPFLAGS = $(binding_cppflags) -I$(PYTHON_INCLUDE)
%C%__core_la_CFLAGS = $(binding_cflags)
%C%__core_la_LDFLAGS = $(binding_ldflags) -export-symbols-regex '^PyInit_'
%C%__core_la_LIBADD = libcore.la

# SWIG writes core.py beside it.
EXTRA_DIST += %D%/core_wrap.c %D%/core.py
%D%/core_wrap.c: $(swig_files) $(public_headers)
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(SWIG) -python $(SWIG_FLAGS) \
		-outdir $(@D) -o $@.new $(top_srcdir)/bindings/swig/python.i && \
		mv $@.new $@
%D%/core.py: %D%/core_wrap.c
	@test -f $@ || test -f $(srcdir)/$@

made_packages += python/made
made_folders += python
python/made: $(py_files) %D%/core.py %D%/_core.la
	$(AM_V_GEN)core=%D%/core.py && \
	{ test -f $$core || core=$(srcdir)/$$core; } && \
	rm -rf python && $(MKDIR_P) python && \
	(cd $(srcdir)/%D% && tar cf - mutualaid) | (cd python && tar xf -) && \
	find python -name __pycache__ -prune -exec rm -rf {} + && \
	chmod -R u+w python && \
	cp $$core python/mutualaid/_swig/ && \
	cp %D%/.libs/_core.so python/mutualaid/_swig/_core$(PYTHON_SUFFIX) && \
	touch $@

install_packages += install-python
install-python: python/made
	$(MKDIR_P) '$(DESTDIR)$(PYTHON_DIR)'
	cp -R python/mutualaid '$(DESTDIR)$(PYTHON_DIR)'
	find '$(DESTDIR)$(PYTHON_DIR)/mutualaid' -name __pycache__ -prune \
		-exec rm -rf {} +
uninstall_packages += uninstall-python
uninstall-python:
	rm -rf '$(DESTDIR)$(PYTHON_DIR)/mutualaid'
TESTS += $(py_tests)
endif
