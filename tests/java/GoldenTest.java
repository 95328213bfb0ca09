// SPDX-License-Identifier: MIT
import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.mutualaid.Decision;
import org.mutualaid.Facts;
import org.mutualaid.ReadOptions;
import org.mutualaid.Rulebook;
import org.mutualaid.RulebookException;
import org.mutualaid.Schedule;

/** Replays tests/golden, byte for byte. */
@RunWith(Parameterized.class)
public class GoldenTest {
    private static final Map<String, Rulebook> OPENED = new HashMap<>();

    private final Path folder;

    public GoldenTest(String name) {
        folder = Support.SOURCE.resolve("tests/golden").resolve(name);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> names() throws IOException {
        List<Object[]> names = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Support.SOURCE.resolve("tests/golden"))) {
            for (Path folder : folders.sorted().collect(Collectors.toList())) {
                names.add(new Object[] {folder.getFileName().toString()});
            }
        }
        return names;
    }

    @AfterClass
    public static void close() {
        OPENED.values().forEach(Rulebook::close);
        OPENED.clear();
    }

    private String optional(String name) {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Support.text(file) : "";
    }

    /** The rulebook that decides the case, each opened once. */
    private Rulebook rulebook() throws RulebookException {
        String name = optional("rulebook").trim();
        String overrides = optional("overrides");
        Rulebook known = OPENED.get(name + "\n" + overrides);
        if (known != null) {
            return known;
        }
        ReadOptions options = ReadOptions.DEFAULTS;
        for (String line : overrides.split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                options = options.override(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        Rulebook opened = name.isEmpty() ? Rulebook.beijing(options) : Rulebook.parse(
                Support.text(Support.SOURCE.resolve("tests/rulebooks").resolve(name)), options);
        OPENED.put(name + "\n" + overrides, opened);
        return opened;
    }

    private void same(String file, String said) {
        assertEquals(Support.text(folder.resolve(file)), said);
    }

    @Test
    public void golden() throws RulebookException {
        String loan = optional("loan").trim();
        if (loan.isEmpty()) {
            Decision decision = rulebook().replay(Support.text(folder.resolve("case.json")));
            same("zh.txt", decision.explain(Locale.CHINESE));
            same("en.txt", decision.explain(Locale.ENGLISH));
            same("decision.json", decision.toJson());
            return;
        }
        String facts = optional("case.json");
        Schedule schedule = rulebook().schedule(loan, Support.text(folder.resolve("request.json")),
                facts.isEmpty() ? Facts.none() : rulebook().readCase(facts).facts());
        same("zh.txt", schedule.explain(Locale.CHINESE));
        same("en.txt", schedule.explain(Locale.ENGLISH));
        same("schedule.json", schedule.toJson());
    }
}
