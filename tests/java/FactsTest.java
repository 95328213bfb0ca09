// SPDX-License-Identifier: MIT
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.mutualaid.Facts;
import org.mutualaid.MutualAidException;
import org.mutualaid.Rulebook;
import org.mutualaid.UnknownNameException;
import org.mutualaid.WrongTypeException;

/** What may be given as a fact, and what is refused and how. */
public class FactsTest {
    private static Rulebook harbour;

    @BeforeClass
    public static void open() {
        harbour = Support.harbour();
    }

    @AfterClass
    public static void close() {
        harbour.close();
    }

    private static Map<String, Object> readBack(Facts facts) {
        return harbour.readCase(harbour.writeCase(null, facts)).facts().asMap();
    }

    private static void given(Object expected, String name, Object value) {
        given(expected, name, Facts.of(name, value));
    }

    private static void given(Object expected, String name, Facts facts) {
        assertEquals(Collections.singletonMap(name, expected), readBack(facts));
    }

    private static MutualAidException refused(String name, Object value) {
        MutualAidException e = Support.thrown(MutualAidException.class,
                () -> readBack(Facts.of(name, value)));
        assertEquals(name, e.getFact());
        return e;
    }

    @Test
    public void moneyIsADecimal() {
        given(new BigDecimal("1300.05"), "own_cost", new BigDecimal("1300.05"));
        given(new BigDecimal("1300.00"), "own_cost", new BigDecimal("1300"));
        given(new BigDecimal("1300.00"), "own_cost", new BigDecimal("1.3E3"));
        given(new BigDecimal("1300.05"), "own_cost",
                Facts.none().money("own_cost", new BigDecimal("1300.05")));
    }

    @Test
    public void moneyMayHaveMorePlacesThatAreZero() {
        given(new BigDecimal("1.20"), "own_cost", new BigDecimal("1.2000"));
        given(new BigDecimal("0.00"), "own_cost", new BigDecimal("0E-9"));
    }

    @Test
    public void moneyIsNeverRounded() {
        assertTrue(refused("own_cost", new BigDecimal("1.234")) instanceof WrongTypeException);
    }

    @Test
    public void moneyMayBeText() {
        given(new BigDecimal("12.50"), "own_cost", "12.50");
        given(new BigDecimal("12.50"), "own_cost", Facts.none().text("own_cost", "12.50"));
    }

    @Test
    public void hugeDecimalsAreRefusedAndNotWrittenOut() {
        for (String text : new String[] {"1E+30", "1E+400000000", "-1E+400000000",
            "1E-400000000", "92233720368547758.08"}) {
            refused("own_cost", new BigDecimal(text));
        }
    }

    @Test
    public void anIntegerForMoneyIsRefusedWithTheRemedy() {
        for (Object value : new Object[] {1300, 1300L, (short) 1300, BigInteger.valueOf(1300)}) {
            MutualAidException e = refused("own_cost", value);
            assertTrue(e instanceof WrongTypeException);
            assertTrue(e.getRemedy(), e.getRemedy().contains("new BigDecimal(\"1300.00\")"));
            assertTrue(e.getRemedy(), e.getRemedy().contains("minor units"));
        }
    }

    @Test
    public void whatIsNotExactIsRefusedWhateverTheFact() {
        for (String name : harbour.facts().keySet()) {
            assertTrue(refused(name, 2.0) instanceof WrongTypeException);
            assertTrue(refused(name, 2.0f) instanceof WrongTypeException);
        }
    }

    @Test
    public void aCountIsAnyInteger() {
        given(3L, "units", 3);
        given(3L, "units", 3L);
        given(3L, "units", (short) 3);
        given(3L, "units", (byte) 3);
        given(3L, "units", BigInteger.valueOf(3));
        given(3L, "units", "3");
        given(3L, "units", Facts.none().count("units", 3));
    }

    @Test
    public void anIntegerPast64BitsIsRefused() {
        refused("units", BigInteger.ONE.shiftLeft(63));
        refused("units", BigInteger.TEN.pow(30).negate());
        refused("units", Long.MAX_VALUE);
    }

    @Test
    public void aMeasureIsADecimalAnIntegerOrTextWithItsUnit() {
        given(new BigDecimal("40.5"), "room_size", new BigDecimal("40.5"));
        given(new BigDecimal("40.0"), "room_size", 40);
        given(new BigDecimal("40.0"), "room_size", "40 m2");
        given(new BigDecimal("40.5"), "room_size",
                Facts.none().measure("room_size", new BigDecimal("40.50")));
    }

    @Test
    public void aRateIsTextOrGivenInPercent() {
        given("12.50%", "hardship", "12.5%");
        given("12.50%", "hardship", Facts.none().percent("hardship", new BigDecimal("12.5")));
        refused("hardship", new BigDecimal("0.125"));
    }

    @Test
    public void aDayIsALocalDateOrText() {
        LocalDate day = LocalDate.of(2024, 2, 29);
        given(day, "admitted_on", day);
        given(day, "admitted_on", "2024-02-29");
        given(day, "admitted_on", Facts.none().date("admitted_on", day));
    }

    @Test
    public void aMomentIsNoDay() {
        refused("admitted_on", LocalDateTime.of(2024, 3, 1, 0, 0));
        refused("admitted_on", new Date(0));
    }

    @Test
    public void aFlagIsABoolean() {
        given(true, "self_inflicted", true);
        given(false, "self_inflicted", Facts.none().flag("self_inflicted", false));
        given(true, "self_inflicted", "true");
        refused("self_inflicted", 1);
    }

    @Test
    public void aChoiceIsItsCode() {
        given("private", "ward", "private");
        given("2", "ward", 2);
        given("general", "ward", Facts.none().choice("ward", "general"));
        refused("ward", "penthouse");
        refused("ward", true);
    }

    @Test
    public void aTypedFactOfAnotherTypeIsRefused() {
        MutualAidException e = Support.thrown(WrongTypeException.class,
                () -> readBack(Facts.none().count("own_cost", 3)));
        assertEquals("own_cost", e.getFact());
    }

    @Test
    public void nullIsNotGiven() {
        assertTrue(readBack(Facts.of("units", null).money("own_cost", null)).isEmpty());
        assertTrue(readBack(Facts.of("units", 3).and("units", null)).isEmpty());
        assertTrue(readBack(Facts.from(Collections.singletonMap("units", null))).isEmpty());
    }

    @Test
    public void absentIsSaid() {
        given(Facts.ABSENT, "own_cost", Facts.ABSENT);
        given(Facts.ABSENT, "own_cost", Facts.none().absent("own_cost"));
        assertEquals("ABSENT", Facts.ABSENT.toString());
    }

    @Test
    public void absentIsRefusedWhereItCannotBe() {
        refused("units", Facts.ABSENT);
    }

    @Test
    public void otherTypesAreRefusedWithARemedyWhateverTheFact() {
        for (String name : harbour.facts().keySet()) {
            for (Object value : new Object[] {new Object(), 'x', new int[] {3}}) {
                assertFalse(refused(name, value).getRemedy().isEmpty());
            }
        }
    }

    @Test
    public void halfASurrogatePairIsRefused() {
        Support.thrown(IllegalArgumentException.class, () -> readBack(Facts.of("ward", "\ud800")));
    }

    @Test
    public void aNulEndsNoName() {
        Support.thrown(UnknownNameException.class,
                () -> harbour.decide("sick_nights\0", Support.stay()));
        Support.thrown(UnknownNameException.class, () -> readBack(Facts.of("units\0", 1)));
    }

    @Test
    public void factsMayComeAsAMapOrAsText() {
        Map<String, String> text = new LinkedHashMap<>();
        Support.stay().asMap().forEach((name, value) -> text.put(name, value.toString()));
        assertEquals(harbour.decide("sick_nights", Support.stay()),
                harbour.decide("sick_nights", text));
        assertEquals(harbour.decide("sick_nights", Support.stay()),
                harbour.decide("sick_nights", Facts.from(Support.stay().asMap())));
    }

    @Test
    public void factsAreImmutable() {
        Facts two = Facts.of("units", 2);
        Facts three = two.and("units", 3);
        assertEquals(2, two.asMap().get("units"));
        assertEquals(3, three.asMap().get("units"));
        Support.thrown(UnsupportedOperationException.class, () -> two.asMap().clear());
        assertEquals(Facts.of("units", 2), two);
        assertEquals(Facts.of("units", 2).hashCode(), two.hashCode());
        assertSame(Facts.none(), Facts.none());
    }
}
