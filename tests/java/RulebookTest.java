// SPDX-License-Identifier: MIT
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.nio.file.NoSuchFileException;
import java.nio.file.Paths;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.mutualaid.Basis;
import org.mutualaid.Case;
import org.mutualaid.CaseException;
import org.mutualaid.Choice;
import org.mutualaid.Clause;
import org.mutualaid.Fact;
import org.mutualaid.Facts;
import org.mutualaid.Fault;
import org.mutualaid.ItemInfo;
import org.mutualaid.MemoryLimitException;
import org.mutualaid.OutOfRangeException;
import org.mutualaid.Parameter;
import org.mutualaid.Part;
import org.mutualaid.PartKind;
import org.mutualaid.ReadOptions;
import org.mutualaid.RequirementInfo;
import org.mutualaid.Rulebook;
import org.mutualaid.RulebookException;
import org.mutualaid.Source;
import org.mutualaid.UnknownNameException;
import org.mutualaid.ValueType;

/** Reading a rulebook, and asking everything it holds. */
public class RulebookTest {
    private static final String TEXT = Support.text(Support.HARBOUR);
    private static Rulebook harbour;

    @BeforeClass
    public static void open() {
        harbour = Support.harbour();
    }

    @AfterClass
    public static void close() {
        harbour.close();
    }

    // --- reading ---------------------------------------------------------

    @Test
    public void aFileThatIsNotThereIsAnIoException() {
        Support.thrown(NoSuchFileException.class,
                () -> Rulebook.load(Paths.get("there-is-no-such-file.json")));
    }

    @Test
    public void theBuiltInRulebookIsTheFileOfTheProject() {
        assertEquals(Support.text(Support.SOURCE.resolve("rulebooks/beijing.json")),
                Rulebook.beijingText());
        try (Rulebook beijing = Rulebook.beijing()) {
            assertEquals("beijing", beijing.id());
            assertTrue(beijing.parts().containsKey("hospital_allowance"));
            for (Part part : beijing.parts().values()) {
                assertTrue(beijing.facts().values().containsAll(part.facts()));
            }
        }
    }

    @Test
    public void overridesStandInPlaceOfParameters() throws RulebookException {
        ReadOptions options = ReadOptions.DEFAULTS.override("night_rate", "50.00");
        try (Rulebook other = Rulebook.parse(TEXT, options)) {
            assertEquals(Optional.of("50.00"), other.parameters().get("night_rate").override());
            assertFalse(other.digest().equals(harbour.digest()));
        }
        UnknownNameException e = Support.thrown(UnknownNameException.class,
                () -> Rulebook.parse(TEXT, ReadOptions.DEFAULTS.override("night_rat", "1.00")));
        assertEquals("night_rat", e.getFact());
    }

    @Test
    public void theLimitsHold() throws RulebookException {
        Support.thrown(MemoryLimitException.class,
                () -> Rulebook.parse(TEXT, ReadOptions.DEFAULTS.memoryCap(2000)));
        RulebookException e = Support.thrown(RulebookException.class,
                () -> Rulebook.parse(TEXT, ReadOptions.DEFAULTS.textLimit(100)));
        assertEquals("text_too_long", e.getCodeName());
        try (Rulebook small = Rulebook.parse(TEXT, ReadOptions.DEFAULTS.caseMemoryCap(64))) {
            Support.thrown(MemoryLimitException.class,
                    () -> small.decide("sick_nights", Support.stay()));
        }
        Support.thrown(IllegalArgumentException.class, () -> ReadOptions.DEFAULTS.memoryCap(-1));
    }

    @Test
    public void examplesAreRunUnlessToldOtherwise() throws RulebookException {
        String wrong = TEXT.replace("\"amount\": \"240.00\"", "\"amount\": \"240.01\"");
        Support.thrown(RulebookException.class, () -> Rulebook.parse(wrong));
        Rulebook.parse(wrong, ReadOptions.DEFAULTS.withoutExamples()).close();
    }

    @Test
    public void warningsAreKept() {
        assertFalse(harbour.warnings().isEmpty());
        for (Fault warning : harbour.warnings()) {
            assertTrue(warning.isWarning());
            assertEquals("warning", warning.layer());
        }
    }

    // --- asking ----------------------------------------------------------

    @Test
    public void itsHead() {
        assertEquals("harbour-sick-fund", harbour.id());
        assertEquals("2024", harbour.edition());
        assertEquals("港口互助金", harbour.title().zh());
        assertEquals("GBP", harbour.currency());
        assertEquals(2, harbour.decimals());
        assertEquals(64, harbour.digest().length());
        assertEquals("Rulebook \"harbour-sick-fund\" 2024, 2 parts, 11 facts",
                harbour.toString());
    }

    @Test
    public void factsAreTyped() {
        Map<String, Fact> facts = harbour.facts();
        assertEquals(11, facts.size());
        assertEquals(Optional.of(9L), facts.get("units").atMost());
        assertEquals(Optional.of(new BigDecimal("1000000.00")), facts.get("own_cost").atMost());
        assertEquals(Optional.of(new BigDecimal("100.00")), facts.get("hardship").atMost());
        assertEquals(Optional.of(new BigDecimal("500.0")), facts.get("room_size").atMost());
        assertEquals(Optional.of(LocalDate.of(1900, 1, 1)), facts.get("admitted_on").atLeast());
        assertEquals(Optional.empty(), facts.get("ward").atMost());
        assertEquals(Optional.of(false), facts.get("self_inflicted").ifMissing());
        assertEquals(Optional.of(new BigDecimal("12.50")), facts.get("hardship").ifMissing());
        assertEquals(Optional.of(Facts.ABSENT), facts.get("own_cost").ifMissing());
        assertEquals(Optional.empty(), facts.get("units").ifMissing());
        assertEquals(Optional.of("admitted_on"), facts.get("discharged_on").notBefore());
        assertEquals("m2", facts.get("room_size").unit());
        assertEquals("At most five are covered.", facts.get("units").note());
        assertTrue(facts.get("own_cost").mayBeAbsent());
        assertEquals("入院日期", facts.get("admitted_on").label().zh());
        assertEquals(Arrays.asList("general", "2", "private"), facts.get("ward").choices().stream()
                .map(Choice::code).collect(Collectors.toList()));
    }

    @Test
    public void partsNameTheirFactsItemsAndRequirements() {
        assertEquals(Arrays.asList("sick_nights", "sick_nights.contribution"),
                new ArrayList<>(harbour.parts().keySet()));
        Part part = harbour.parts().get("sick_nights");
        assertEquals(PartKind.SCHEME, part.kind());
        assertEquals("hospital nights", part.title().en());
        assertEquals(11, part.facts().size());
        assertEquals(Arrays.asList("nights", "costs", "room"),
                part.items().stream().map(ItemInfo::id).collect(Collectors.toList()));
        List<String> named = part.requirements().stream().map(RequirementInfo::id)
                .collect(Collectors.toList());
        assertTrue(named.containsAll(Arrays.asList("ward", "units", "self_inflicted", "claim_by")));
    }

    @Test
    public void parametersAndSourcesAreDescribed() {
        Parameter rate = harbour.parameters().get("night_rate");
        assertEquals("48.00", rate.literal());
        assertEquals(Optional.empty(), rate.override());
        assertEquals(ValueType.MONEY, rate.type());
        assertEquals(Basis.ASSUMED,
                harbour.parameters().get("cost_share").clause().get().basis());
        Source source = harbour.sources().get("rules-2024");
        assertEquals("Rules of the fund", source.title());
        assertEquals("https://example.org/rules", source.address());
    }

    @Test
    public void clausesPointIntoTheText() {
        String[] lines = TEXT.split("\n", -1);
        assertFalse(harbour.clauses().isEmpty());
        for (Clause clause : harbour.clauses()) {
            assertFalse(clause.path().isEmpty());
            assertTrue(clause.column() <= lines[clause.line() - 1].length());
        }
    }

    @Test
    public void aPartIsToldAsAPage() {
        String page = harbour.tell("sick_nights", Locale.ENGLISH);
        assertTrue(page, page.startsWith("# hospital nights"));
        assertTrue(harbour.tell("sick_nights", Locale.CHINESE).contains("住院津贴"));
        Support.thrown(UnknownNameException.class,
                () -> harbour.tell("sick_days", Locale.ENGLISH));
    }

    @Test
    public void whatItHoldsCannotBeChanged() {
        Support.thrown(UnsupportedOperationException.class, () -> harbour.facts().clear());
        Support.thrown(UnsupportedOperationException.class, () -> harbour.clauses().clear());
        Support.thrown(UnsupportedOperationException.class, () -> harbour.parameters().clear());
    }

    // --- cases -----------------------------------------------------------

    @Test
    public void aCaseIsWrittenAndRead() {
        Facts facts = Facts.of("admitted_on", LocalDate.of(2024, 3, 1)).and("ward", "2")
                .and("units", 2L).and("own_cost", new BigDecimal("12.50"))
                .and("room_size", new BigDecimal("12.5")).and("self_inflicted", false)
                .absent("claimed_on").percent("hardship", new BigDecimal("25.00"));
        Case read = harbour.readCase(harbour.writeCase("sick_nights", facts));
        assertEquals(Optional.of("sick_nights"), read.part());
        assertEquals(facts.asMap(), read.facts().asMap());
        assertEquals(read, harbour.readCase(harbour.writeCase("sick_nights", read.facts())));
    }

    @Test
    public void aTextThatIsNoCaseIsRefused() {
        for (String text : new String[] {"", "[", "{}x", "{\"fact\": {}}"}) {
            Support.thrown(CaseException.class, () -> harbour.readCase(text));
        }
    }

    @Test
    public void aWrongFactInACaseIsRefusedWithItsPlace() {
        OutOfRangeException e = Support.thrown(OutOfRangeException.class,
                () -> harbour.readCase("{\"facts\": {\n  \"units\": 99}}"));
        assertEquals(2, e.getLine());
        assertEquals("units", e.getFact());
    }

    @Test
    public void theCaseOfAnotherRulebookIsRefused() throws RulebookException {
        String text = harbour.writeCase("sick_nights", Support.stay());
        try (Rulebook other = Rulebook.parse(TEXT + "\n")) {
            Support.thrown(CaseException.class, () -> other.replay(text));
        }
    }
}
