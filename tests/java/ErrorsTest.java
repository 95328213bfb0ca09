// SPDX-License-Identifier: MIT
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.BeforeClass;
import org.junit.Test;
import org.mutualaid.Fault;
import org.mutualaid.InvalidArgumentException;
import org.mutualaid.MutualAidException;
import org.mutualaid.ReadOptions;
import org.mutualaid.Refusal;
import org.mutualaid.Rulebook;
import org.mutualaid.RulebookException;
import org.mutualaid.internal.Core;
import org.mutualaid.internal.NativeLoader;

/** One exception for each status, and what it tells. */
public class ErrorsTest {
    private static final Map<String, Integer> STATUSES = new HashMap<>();

    @BeforeClass
    public static void readStatuses() {
        NativeLoader.load();
        Matcher found = Pattern.compile("\\b(MUTAID_ERROR_[A-Z]+) = (\\d+)")
                .matcher(Support.text(Support.SOURCE.resolve("include/mutualaid/status.h")));
        while (found.find()) {
            STATUSES.put(found.group(1), Integer.valueOf(found.group(2)));
        }
    }

    private static Exception raised(int status, int code) {
        try {
            Core.fail_on_purpose(status, code);
        } catch (Exception e) {
            return e;
        }
        throw new AssertionError("nothing was thrown for status " + status);
    }

    @Test
    public void everyCodeThrowsTheExceptionOfItsStatus() {
        Matcher message = Pattern.compile(
                "(?m)^MUTAID_MESSAGE\\(\\s*(\\w+),\\s*(\\d+),\\s*(MUTAID_\\w+),\\s*\"(\\w+)\"")
                .matcher(Support.text(Support.SOURCE.resolve("include/mutualaid/messages.def")));
        int count = 0;
        for (; message.find(); count++) {
            int code = Integer.parseInt(message.group(2));
            int status = STATUSES.get(message.group(3));
            Exception e = raised(status, code);
            assertEquals(raised(status, 0).getClass(), e.getClass());
            assertEquals(code, ((Refusal) e).getCode());
            assertEquals(message.group(1).toLowerCase(Locale.ROOT), ((Refusal) e).getCodeName());
            assertEquals(message.group(4), Core.code_layer(code));
        }
        assertTrue(count > 20);
    }

    @Test
    public void everyStatusHasAnExceptionOfItsOwn() {
        Set<Class<?>> kinds = new HashSet<>();
        for (Map.Entry<String, Integer> status : STATUSES.entrySet()) {
            Exception e = raised(status.getValue(), 0);
            assertTrue(status.getKey(), kinds.add(e.getClass()));
            assertTrue(Modifier.isPublic(e.getClass().getModifiers()));
            boolean isRulebook = status.getKey().equals("MUTAID_ERROR_RULEBOOK");
            assertEquals(isRulebook, e instanceof RulebookException);
            assertEquals(!isRulebook, e instanceof MutualAidException);
        }
        assertFalse(kinds.contains(MutualAidException.class));
    }

    @Test
    public void aStatusThatIsUnknownStillThrows() {
        assertEquals(MutualAidException.class, raised(77, 0).getClass());
    }

    @Test
    public void aRulebookExceptionIsCheckedAndTheOthersAreNot() {
        assertFalse(RuntimeException.class.isAssignableFrom(RulebookException.class));
        assertTrue(RuntimeException.class.isAssignableFrom(MutualAidException.class));
    }

    @Test
    public void anExceptionCarriesPlaceFactTextAndRemedy() {
        for (int status : STATUSES.values()) {
            Exception e = raised(status, 0);
            Refusal refusal = (Refusal) e;
            assertEquals(3, refusal.getLine());
            assertEquals(7, refusal.getColumn());
            assertEquals("units", refusal.getFact());
            assertEquals("do not", refusal.getRemedy());
            assertEquals("line 3, column 7: 故意: on purpose (do not)", e.getMessage());
        }
    }

    @Test
    public void anExceptionCanBeSerialized() throws Exception {
        Exception[] all = {raised(6, 0), refused("[")};
        for (Exception e : all) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(e);
            }
            ObjectInputStream in = new ObjectInputStream(
                    new ByteArrayInputStream(bytes.toByteArray()));
            assertEquals(e.getMessage(), ((Exception) in.readObject()).getMessage());
        }
    }

    // --- faulty rulebooks --------------------------------------------------

    private static RulebookException refused(String text) {
        return Support.thrown(RulebookException.class, () -> Rulebook.parse(text));
    }

    @Test
    public void aFaultyRulebookIsShownWithACaret() {
        RulebookException e = refused("{\n  \"id\": 3 \"edition\": 4\n}");
        assertEquals(2, e.getLine());
        assertEquals("missing_comma", e.getCodeName());
        assertEquals("2 |   \"id\": 3 \"edition\": 4\n  |          ^", e.getExcerpt());
        assertTrue(e.getMessage().contains(e.getExcerpt()));
    }

    @Test
    public void theCaretStandsBelowWideCharacters() {
        assertEquals("1 | {\"标题\": 标, \"x\": 2}\n  |   \u3000\u3000   ^",
                refused("{\"标题\": 标, \"x\": 2}").getExcerpt());
    }

    @Test
    public void everyFaultIsListed() {
        RulebookException e = refused("{\"a\": 1, \"a\": 2, \"b\": 1, \"b\": 2}");
        List<Fault> twice = new ArrayList<>(e.getFaults());
        twice.removeIf(fault -> !fault.codeName().equals("duplicate_key"));
        assertEquals(2, twice.size());
        assertEquals(10, twice.get(0).column());
        assertEquals(26, twice.get(1).column());
        assertEquals(25, twice.get(1).offset());
        for (Fault fault : e.getFaults()) {
            assertFalse(fault.isWarning());
            assertFalse(fault.text().isEmpty());
            assertFalse(fault.remedy().isEmpty());
        }
        assertTrue(e.getMessage().contains("more: see getFaults()"));
    }

    @Test
    public void bytesThatAreNoUtf8AreRefused() {
        byte[] text = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
        RulebookException e = Support.thrown(RulebookException.class,
                () -> Rulebook.parse(text, ReadOptions.DEFAULTS));
        assertEquals("bad_utf8", e.getCodeName());
    }

    @Test
    public void theTraceBeginsWhereTheTextWasRead() {
        RulebookException e = refused("[");
        boolean isNamed = false;
        for (StackTraceElement frame : e.getStackTrace()) {
            isNamed |= frame.getMethodName().equals("parse");
        }
        assertTrue(isNamed);
    }

    @Test
    public void aPartOfANullNameIsMisuse() {
        try (Rulebook harbour = Support.harbour()) {
            Support.thrown(NullPointerException.class,
                    () -> harbour.decide(null, Support.stay()));
            Support.thrown(InvalidArgumentException.class,
                    () -> harbour.replay(harbour.writeCase(null, Support.stay())));
        }
    }
}
