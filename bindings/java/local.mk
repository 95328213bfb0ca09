# SPDX-License-Identifier: MIT
# local.mk - mutualaid.jar, with the compiled part inside.

if HAVE_JAVA
noinst_LTLIBRARIES += %D%/libmutualaid_jni.la
nodist_%C%_libmutualaid_jni_la_SOURCES = %D%/core_wrap.c
%C%_libmutualaid_jni_la_CPPFLAGS = $(binding_cppflags) \
	-I$(JAVA_HEADERS) -I$(JAVA_HEADERS)/linux -I$(JAVA_HEADERS)/darwin
%C%_libmutualaid_jni_la_CFLAGS = $(binding_cflags)
%C%_libmutualaid_jni_la_LDFLAGS = $(binding_ldflags) \
	-export-symbols-regex '^(Java_|JNI_On)'
%C%_libmutualaid_jni_la_LIBADD = libcore.la

# SWIG writes its Java files into a folder: these, no more and no less, so
# that a class nobody meant to publish is noticed.
java_generated = %D%/generated
java_generated_files = Core CoreConstants CoreJNI Reading RulebookHandle \
	mutaid_allocation mutaid_basis mutaid_certainty mutaid_code \
	mutaid_end mutaid_language mutaid_loan_event_kind \
	mutaid_note_kind mutaid_outcome mutaid_part_kind \
	mutaid_payments mutaid_relation mutaid_repayment \
	mutaid_requirement_kind mutaid_state mutaid_status mutaid_type \
	mutaid_verdict
EXTRA_DIST += %D%/core_wrap.c $(java_generated)
%D%/core_wrap.c: $(swig_files) $(public_headers)
	$(AM_V_GEN)into=$(java_generated)/org/mutualaid/internal && \
	rm -rf $(java_generated) && $(MKDIR_P) $$into && \
	$(SWIG) -java -package org.mutualaid.internal $(SWIG_FLAGS) \
		-outdir $$into -o $@.new $(top_srcdir)/bindings/swig/java.i && \
	printf '%s.java\n' $(java_generated_files) | LC_ALL=C sort >$@.names && \
	ls $$into | LC_ALL=C sort | diff $@.names - && \
	rm -f $@.names && mv $@.new $@
$(java_generated): %D%/core_wrap.c
	@test -d $@ || test -d $(srcdir)/$@

# The folder of the library in the jar, as NativeLoader.java names it.
java_platform = `case $(host_os) in \
	linux-musl*) echo linux-musl ;; linux*) echo linux ;; \
	darwin*) echo macos ;; *) echo $(host_os) ;; esac`-$(host_cpu)

made_packages += mutualaid.jar
made_folders += java
javadir = $(datadir)/java
nodist_java_DATA = mutualaid.jar
CLEANFILES += mutualaid.jar
mutualaid.jar: $(java_files) $(java_generated) %D%/libmutualaid_jni.la
	$(AM_V_GEN)generated=$(java_generated) && \
	{ test -d $$generated || generated=$(srcdir)/$$generated; } && \
	native=java/classes/META-INF/native/$(java_platform) && \
	rm -rf java/classes && $(MKDIR_P) "$$native" && \
	$(JAVAC) --release 8 -Xlint:all,-options -Werror -encoding UTF-8 \
		-d java/classes $(java_files:%=$(srcdir)/%) \
		$$generated/org/mutualaid/internal/*.java && \
	cp %D%/.libs/libmutualaid_jni.so "$$native" && \
	printf '%s: %s\n' Automatic-Module-Name org.mutualaid \
		Implementation-Title mutualaid \
		Implementation-Version '$(PACKAGE_VERSION)' >java/manifest && \
	$(JAR) $(JAR_CREATE) java/manifest $(JAR_FILE) $@ -C java/classes .

# The same for Maven, with sources, manual and POM: `make maven`, then
# `mvn install` in java/maven.
EXTRA_DIST += %D%/pom.xml.in
java_maven = java/maven/src/main
maven: mutualaid.jar
	$(AM_V_GEN)generated=$(java_generated) && \
	{ test -d $$generated || generated=$(srcdir)/$$generated; } && \
	rm -rf java/maven && \
	$(MKDIR_P) $(java_maven)/java $(java_maven)/resources && \
	(cd $(srcdir)/%D% && tar cf - org) | \
		(cd $(java_maven)/java && tar xf -) && \
	cp $$generated/org/mutualaid/internal/*.java \
		$(java_maven)/java/org/mutualaid/internal && \
	cp -R java/classes/META-INF $(java_maven)/resources && \
	sed -e 's|[@]PACKAGE_VERSION[@]|$(PACKAGE_VERSION)|' \
		-e 's|[@]JAVA_TIMESTAMP[@]|$(JAVA_TIMESTAMP)|' \
		$(srcdir)/%D%/pom.xml.in >java/maven/pom.xml

# The manual of the package, in java/javadoc.
javadoc: mutualaid.jar
	generated=$(java_generated) && \
	{ test -d $$generated || generated=$(srcdir)/$$generated; } && \
	rm -rf java/javadoc && \
	$(JAVADOC) -quiet -encoding UTF-8 -Xdoclint:all -d java/javadoc \
		-sourcepath $(srcdir)/%D%:$$generated org.mutualaid
endif
.PHONY: javadoc maven
