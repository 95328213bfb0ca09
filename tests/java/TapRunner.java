// SPDX-License-Identifier: MIT
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.runner.Description;
import org.junit.runner.JUnitCore;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/** Runs JUnit classes and prints a line of TAP for each test. */
public final class TapRunner extends RunListener {
    private final PrintStream out = utf8();
    private final Set<Description> told = new HashSet<>();
    private int count;
    private boolean failed;

    private static PrintStream utf8() {
        try {
            return new PrintStream(System.out, true, StandardCharsets.UTF_8.name());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The sentence that a test's name is: sharesARulebook, golden[name]. */
    private static String name(Description test) {
        String method = test.getMethodName() == null ? test.getClassName() : test.getMethodName();
        int bracket = method.indexOf('[');
        String words = bracket < 0 ? method : method.substring(0, bracket);
        String rest = bracket < 0 ? "" : " " + method.substring(bracket + 1, method.length() - 1);
        String apart = words.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ");
        return apart.toLowerCase(Locale.ROOT) + rest + " in Java";
    }

    private void print(boolean passed, Description test, String directive) {
        count++;
        out.println((passed ? "ok " : "not ok ") + count + " - " + name(test) + directive);
    }

    @Override
    public void testFinished(Description test) {
        if (told.add(test)) {
            print(true, test, "");
        }
    }

    @Override
    public void testFailure(Failure failure) {
        failed = true;
        StringWriter trace = new StringWriter();
        failure.getException().printStackTrace(new PrintWriter(trace));
        for (String line : trace.toString().split("\n")) {
            out.println("# " + line);
        }
        told.add(failure.getDescription());
        print(false, failure.getDescription(), "");
    }

    @Override
    public void testAssumptionFailure(Failure failure) {
        told.add(failure.getDescription());
        print(true, failure.getDescription(), " # SKIP " + failure.getException().getMessage());
    }

    @Override
    public void testIgnored(Description test) {
        print(true, test, " # SKIP ignored");
    }

    public static void main(String[] classes) throws ClassNotFoundException {
        TapRunner runner = new TapRunner();
        JUnitCore core = new JUnitCore();
        core.addListener(runner);
        for (String name : classes) {
            core.run(Class.forName(name));
        }
        runner.out.println("1.." + runner.count);
        System.exit(runner.failed ? 1 : 0);
    }
}
