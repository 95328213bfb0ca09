// SPDX-License-Identifier: MIT
import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.mutualaid.Rulebook;

/** Loads the library as it is told to, and says how that went. */
public final class LoaderProbe {
    private LoaderProbe() {
    }

    private static void once() {
        try (Rulebook beijing = Rulebook.beijing()) {
            System.out.println("loaded " + beijing.id());
        }
    }

    /** Loads the jar anew in class loaders of its own, all alive at once. */
    private static void apart(int count, String jar) throws Exception {
        URLClassLoader[] loaders = new URLClassLoader[count];
        for (int i = 0; i < count; i++) {
            loaders[i] = new URLClassLoader(new URL[] {new File(jar).toURI().toURL()}, null);
            Class<?> rulebook = loaders[i].loadClass("org.mutualaid.Rulebook");
            try (AutoCloseable open = (AutoCloseable) rulebook.getMethod("beijing").invoke(null)) {
                Method id = rulebook.getMethod("id");
                System.out.println("loaded " + id.invoke(open) + " in class loader " + (i + 1));
            }
        }
        for (URLClassLoader loader : loaders) {
            loader.close();
        }
    }

    private static void twice() {
        for (int i = 0; i < 2; i++) {
            try {
                once();
            } catch (RuntimeException e) {
                System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 2) {
            apart(Integer.parseInt(args[0]), args[1]);
        } else {
            twice();
        }
    }
}
