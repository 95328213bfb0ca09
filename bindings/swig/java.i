/* SPDX-License-Identifier: MIT */
/* java.i - the policy for Java: byte[] goes in, String and byte[] come out,
 * errors are thrown, numbers of the closed lists are plain int.
 *
 * The package is private: people use org.mutualaid, which is written by hand.
 * Text comes out as UTF-8 and is made a String in Java, because JNI's own
 * strings are another encoding, which ends at a NUL.
 */
%module Core
%include "enumtypeunsafe.swg"
%javaconst(1);

%pragma(java) moduleclassmodifiers="public final class"
%pragma(java) jniclasscode=%{
  static {
    NativeLoader.load();
  }
%}

%{
#include "hearing.h"

static jbyteArray bytes_of_text(JNIEnv *env, const char *text)
{
    jsize length = (jsize)strlen(text);
    jbyteArray bytes = (*env)->NewByteArray(env, length);

    if (bytes != NULL)
        (*env)->SetByteArrayRegion(env, bytes, 0, length,
                                   (const jbyte *)text);
    return bytes;
}

static jbyteArray bytes_of_range(JNIEnv *env, const void *start, size_t length)
{
    jbyteArray bytes;

    if (length > INT32_MAX) {
        (*env)->ThrowNew(env,
                         (*env)->FindClass(env, "java/lang/OutOfMemoryError"),
                         "the answer is longer than an array can be");
        return NULL;
    }
    bytes = (*env)->NewByteArray(env, (jsize)length);
    if (bytes != NULL && length > 0)
        (*env)->SetByteArrayRegion(env, bytes, 0, (jsize)length,
                                   (const jbyte *)start);
    return bytes;
}

/* org.mutualaid.Failures makes the exception of a status and throws it. */
static void throw_error(JNIEnv *env, const mutaid_error *error)
{
    jclass failures = (*env)->FindClass(env, "org/mutualaid/Failures");
    jmethodID raise;
    jbyteArray fact, text, remedy, name;

    if (failures == NULL)
        return;
    raise = (*env)->GetStaticMethodID(env, failures, "raise",
                                      "(II[BII[B[B[B)V");
    if (raise == NULL ||
        (name = bytes_of_text(env, mutaid_code_name(error->code))) == NULL ||
        (fact = bytes_of_text(env, error->fact)) == NULL ||
        (text = bytes_of_text(env, error->text)) == NULL ||
        (remedy = bytes_of_text(env, error->remedy)) == NULL)
        return;
    (*env)->CallStaticVoidMethod(
        env, failures, raise, (jint)error->status, (jint)error->code, name,
        (jint)error->line, (jint)error->column, fact, text, remedy);
}

/* NULL stands for no bytes. */
static int read_argument(JNIEnv *env, jbyteArray array, Reader *reader)
{
    *reader = (Reader){ NULL, 0, 0 };
    if (array == NULL)
        return 1;
    reader->next =
        (unsigned char *)(*env)->GetByteArrayElements(env, array, NULL);
    reader->left = (size_t)(*env)->GetArrayLength(env, array);
    return reader->next != NULL;
}
%}

%typemap(jni) Reader "jbyteArray"
%typemap(jtype) Reader "byte[]"
%typemap(jstype) Reader "byte[]"
%typemap(javain) Reader "$javainput"
%typemap(in) Reader (Reader held) {
    if (!read_argument(jenv, $input, &$1))
        return $null;
    held = $1;
}
%typemap(freearg) Reader {
    if ($input != NULL)
        (*jenv)->ReleaseByteArrayElements(
            jenv, $input, (jbyte *)(uintptr_t)held$argnum.next, JNI_ABORT);
}

%typemap(jni) Record, Words "jbyteArray"
%typemap(jtype) Record, Words "byte[]"
%typemap(jstype) Record "byte[]"
%typemap(jstype) Words "String"
%typemap(javaout) Record { return $jnicall; }
%typemap(javaout) Words {
    return new String($jnicall, java.nio.charset.StandardCharsets.UTF_8);
}
%typemap(out, null="NULL") Record, Words {
    $result = bytes_of_range(jenv, $1.bytes, $1.length);
    free($1.bytes);
}

%typemap(in, numinputs=0) mutaid_error *error (mutaid_error failure) {
    memset(&failure, 0, sizeof failure);
    $1 = &failure;
}
%typemap(argout) mutaid_error *error {
    if ($1->status != MUTAID_OK)
        throw_error(jenv, $1);
}

%typemap(check) RulebookHandle *self, Reading *self {
    if ($1 == NULL) {
        SWIG_JavaThrowException(jenv, SWIG_JavaNullPointerException,
                                "the handle is closed");
        return $null;
    }
}

/* What lives on both sides is released by hand, never by a finalizer. */
%typemap(javafinalize) SWIGTYPE ""
%typemap(javaclassmodifiers) SWIGTYPE "public final class"

/* A faulty rulebook is a checked exception. */
%javaexception("org.mutualaid.RulebookException") Reading::take {
    $action
}

%include "core.i"
