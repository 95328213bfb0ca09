# SPDX-License-Identifier: MIT
# local.mk - the manual, made from the comments in the public headers.

noinst_DATA = %D%/Doxyfile
doxygen: %D%/Doxyfile
	doxygen %D%/Doxyfile
made_folders += %D%/html
.PHONY: doxygen
