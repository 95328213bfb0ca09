/* SPDX-License-Identifier: MIT */
/* python.i - the policy for Python: str and bytes go in, str and bytes come
 * out, errors are raised, the interpreter is held but while reading.
 *
 * The module is private: people import mutualaid, which is written by hand.
 */
%module(package="mutualaid._swig", threads="1") core
%nothread;
%thread Reading::Reading;

%begin %{
#define PY_SSIZE_T_CLEAN
%}

%{
#include "hearing.h"

/* mutualaid.errors turns an error into the exception of its status. */
static void raise_error(const mutaid_error *error)
{
    PyObject *module = PyImport_ImportModule("mutualaid.errors");
    PyObject *raised = NULL;

    if (module != NULL)
        raised = PyObject_CallMethod(
            module, "_from_native", "iiyIIyyy", (int)error->status,
            (int)error->code, mutaid_code_name(error->code),
            (unsigned int)error->line, (unsigned int)error->column,
            error->fact, error->text, error->remedy);
    if (raised != NULL)
        PyErr_SetObject((PyObject *)Py_TYPE(raised), raised);
    Py_XDECREF(raised);
    Py_XDECREF(module);
}

/* The bytes are borrowed from the argument, which outlives the call. */
static int read_argument(PyObject *argument, Reader *reader)
{
    const char *text;
    Py_ssize_t length;

    if (PyBytes_Check(argument)) {
        text = PyBytes_AS_STRING(argument);
        length = PyBytes_GET_SIZE(argument);
    } else if (PyUnicode_Check(argument)) {
        text = PyUnicode_AsUTF8AndSize(argument, &length);
        if (text == NULL)
            return 0;
    } else {
        PyErr_SetString(PyExc_TypeError, "expected str or bytes");
        return 0;
    }
    *reader = (Reader){ (const unsigned char *)text, (size_t)length, 0 };
    return 1;
}
%}

%typemap(in) Reader {
    if (!read_argument($input, &$1))
        SWIG_fail;
}

/* A failed call leaves nothing to give back: its error is raised below. */
%typemap(out) Record {
    $result = PyBytes_FromStringAndSize((const char *)$1.bytes,
                                        (Py_ssize_t)$1.length);
    free($1.bytes);
}
%typemap(out) Words {
    $result = PyUnicode_DecodeUTF8($1.bytes, (Py_ssize_t)$1.length, NULL);
    free($1.bytes);
}

%typemap(in, numinputs=0) mutaid_error *error (mutaid_error failure) {
    memset(&failure, 0, sizeof failure);
    $1 = &failure;
}
%typemap(argout) mutaid_error *error {
    if ($1->status != MUTAID_OK) {
        Py_CLEAR($result);
        raise_error($1);
        SWIG_fail;
    }
}

/* The destructor of a handle that was taken is never called by hand. */
%typemap(check) RulebookHandle *self, Reading *self {
    if ($1 == NULL) {
        PyErr_SetString(PyExc_ValueError, "the rulebook is closed");
        SWIG_fail;
    }
}

%include "core.i"
