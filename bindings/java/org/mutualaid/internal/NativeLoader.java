// SPDX-License-Identifier: MIT
package org.mutualaid.internal;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.mutualaid.NativeLibraryException;

/**
 * Loads the native library, once for each class loader.
 *
 * <p>In this order: the file named by {@code mutualaid.library.path}, and then
 * nothing else; the library inside the jar, unpacked into a private folder below
 * {@code mutualaid.tmpdir} or {@code java.io.tmpdir}; what
 * {@code System.loadLibrary} finds. An unpacked file is named after its content,
 * so that it is unpacked once and used by every process.
 */
public final class NativeLoader {
    private static final String NAME = "mutualaid_jni";
    private static final String REMEDY = "say -Dmutualaid.library.path=<file> for a library that"
            + " lies elsewhere, or -Dmutualaid.tmpdir=<folder> for a folder that can be written"
            + " and from which programs may run (not mounted noexec)";
    // The virtual machine loads one file into one class loader only.
    private static final int MOST_COPIES = 99;

    private static boolean isLoaded;

    private NativeLoader() {
    }

    /**
     * Loads the library, if that was not done.
     *
     * @throws NativeLibraryException if it cannot be loaded or is of another
     *     version
     */
    public static synchronized void load() {
        if (isLoaded) {
            return;
        }
        StringBuilder tried = new StringBuilder();
        if (!find(tried)) {
            throw new NativeLibraryException("the native library of mutualaid cannot be loaded on "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                    + ", tried:" + tried, REMEDY);
        }
        isLoaded = true;
        verify();
    }

    private static void verify() {
        String found;
        try {
            found = Core.library_version();
        } catch (UnsatisfiedLinkError e) {
            found = "unknown (" + e.getMessage() + ")";
        }
        if (!found.equals(CoreConstants.MUTAID_VERSION)) {
            isLoaded = false;
            throw new NativeLibraryException("the package is of version "
                    + CoreConstants.MUTAID_VERSION + ", the native library of version " + found,
                    "use jar and library of one version; look at mutualaid.library.path");
        }
    }

    private static boolean find(StringBuilder tried) {
        String explicit = System.getProperty("mutualaid.library.path");
        if (explicit != null) {
            return loadFile(Paths.get(explicit).toAbsolutePath(), tried);
        }
        return loadFromJar(tried) || loadFromSystem(tried);
    }

    private static void note(StringBuilder tried, Object what, Throwable why) {
        String reason = why.getMessage() == null ? why.toString() : why.getMessage();
        boolean isMount = reason.contains("failed to map") || reason.contains("not permitted");
        tried.append("\n  ").append(what).append(": ").append(reason)
                .append(isMount ? " (is the folder mounted noexec?)" : "");
    }

    private static boolean loadFile(Path file, StringBuilder tried) {
        try {
            System.load(file.toString());
            return true;
        } catch (UnsatisfiedLinkError e) {
            note(tried, file, e);
            return false;
        }
    }

    private static boolean loadFromSystem(StringBuilder tried) {
        try {
            System.loadLibrary(NAME);
            return true;
        } catch (UnsatisfiedLinkError e) {
            note(tried, "System.loadLibrary", e);
            return false;
        }
    }

    // --- from the jar ----------------------------------------------------

    private static boolean loadFromJar(StringBuilder tried) {
        String resource = "/META-INF/native/" + system() + "-" + processor() + "/"
                + System.mapLibraryName(NAME);
        try {
            byte[] library = read(resource);
            if (library == null) {
                tried.append("\n  ").append(resource).append(": not in the jar");
                return false;
            }
            return loadUnpacked(library, tried);
        } catch (IOException e) {
            note(tried, resource, e);
            return false;
        }
    }

    private static boolean loadUnpacked(byte[] library, StringBuilder tried) throws IOException {
        Path folder = privateFolder();
        String name = CoreConstants.MUTAID_VERSION + "-" + digest(library);
        for (int copy = 1; copy <= MOST_COPIES; copy++) {
            Path file = folder.resolve(name + (copy == 1 ? "" : "-" + copy) + ".so");
            unpack(library, file);
            try {
                System.load(file.toString());
                return true;
            } catch (UnsatisfiedLinkError e) {
                if (!String.valueOf(e.getMessage()).contains("already loaded in another")) {
                    note(tried, file, e);
                    return false;
                }
            }
        }
        tried.append("\n  ").append(folder).append(": in use by ").append(MOST_COPIES)
                .append(" class loaders");
        return false;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "macos";
        }
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.equals("linux") && isMusl() ? "linux-musl" : name;
    }

    private static boolean isMusl() {
        String[] names = new File("/lib").list((folder, name) -> name.startsWith("ld-musl-"));
        return names != null && names.length > 0 && !hasGlibc();
    }

    private static boolean hasGlibc() {
        for (String folder : new String[] {"/lib", "/lib64"}) {
            String[] names = new File(folder).list((in, name) -> name.startsWith("ld-linux"));
            if (names != null && names.length > 0) {
                return true;
            }
        }
        return false;
    }

    private static String processor() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        if (name.equals("amd64") || name.equals("x86-64")) {
            return "x86_64";
        }
        return name.equals("arm64") ? "aarch64" : name;
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream in = NativeLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                return null;
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] some = new byte[65536];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                all.write(some, 0, count);
            }
            return all.toByteArray();
        }
    }

    private static String digest(byte[] bytes) {
        try {
            StringBuilder hex = new StringBuilder();
            for (byte one : MessageDigest.getInstance("SHA-256").digest(bytes)) {
                hex.append(String.format("%02x", one));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }

    // --- the folder ------------------------------------------------------

    /** A folder that is ours alone; another's cannot put a library into it. */
    private static Path privateFolder() throws IOException {
        String base = System.getProperty("mutualaid.tmpdir", System.getProperty("java.io.tmpdir"));
        Path above = Paths.get(base).toAbsolutePath();
        String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9_-]", "_");
        Path folder = above.resolve("mutualaid-" + user);
        try {
            Files.createDirectory(folder, forOwner(above));
            return folder;
        } catch (FileAlreadyExistsException e) {
            return isOurs(folder) ? folder
                    : Files.createTempDirectory(above, "mutualaid-", forOwner(above));
        }
    }

    private static FileAttribute<?>[] forOwner(Path above) {
        if (!above.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rwx------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)};
    }

    private static boolean isOurs(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return true;
        }
        Set<PosixFilePermission> allowed =
                Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
        if (!PosixFilePermissions.toString(allowed).equals("rwx------")) {
            return false;
        }
        // Who we are is what a file that we make belongs to.
        Path probe = Files.createTempFile(folder.getParent(), "mutualaid-", ".probe");
        try {
            return Files.getOwner(probe).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** Writes the file beside its place and moves it there in one step. */
    private static void unpack(byte[] library, Path file) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == library.length
                && Arrays.equals(Files.readAllBytes(file), library)) {
            return;
        }
        Path written = Files.createTempFile(file.getParent(), "unpack-", ".tmp");
        try {
            Files.write(written, library);
            move(written, file);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
