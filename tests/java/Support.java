// SPDX-License-Identifier: MIT
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.mutualaid.Facts;
import org.mutualaid.Rulebook;
import org.mutualaid.RulebookException;

/** What the tests share: where things lie, and a small rulebook. */
final class Support {
    static final Path SOURCE = Paths.get(System.getProperty("srcdir", "."));
    static final Path HARBOUR = SOURCE.resolve("tests/rulebooks/harbour.json");

    private Support() {
    }

    static Rulebook harbour() {
        try {
            return Rulebook.load(HARBOUR);
        } catch (IOException | RulebookException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Five nights, two units, nine months of membership: 240.00. */
    static Facts stay() {
        return Facts.of("admitted_on", "2024-03-01").and("discharged_on", "2024-03-06")
                .and("joined_on", "2023-06-01").and("ward", "general").and("units", 2);
    }

    /** A call that is expected to throw. */
    interface Attempt {
        void run() throws Exception;
    }

    /** Runs a call and gives what it throws, which must be of a class. */
    static <T extends Throwable> T thrown(Class<T> kind, Attempt attempt) {
        try {
            attempt.run();
        } catch (Throwable e) {
            if (kind.isInstance(e)) {
                return kind.cast(e);
            }
            throw new AssertionError("threw " + e + " instead of " + kind.getSimpleName(), e);
        }
        throw new AssertionError("threw no " + kind.getSimpleName());
    }
}
