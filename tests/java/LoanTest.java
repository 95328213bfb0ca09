// SPDX-License-Identifier: MIT
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.mutualaid.CaseException;
import org.mutualaid.Facts;
import org.mutualaid.Instalment;
import org.mutualaid.InvalidArgumentException;
import org.mutualaid.Loan;
import org.mutualaid.LoanEvent;
import org.mutualaid.LoanRequest;
import org.mutualaid.LoanStatement;
import org.mutualaid.OutOfRangeException;
import org.mutualaid.Payments;
import org.mutualaid.Repayment;
import org.mutualaid.Rulebook;
import org.mutualaid.Schedule;
import org.mutualaid.UnknownNameException;
import org.mutualaid.WrongTypeException;
import org.mutualaid.YearFraction;

/** Loans: requests, events, schedules, statements. */
public class LoanTest {
    private static final LocalDate FIRST = LocalDate.of(2021, 3, 21);
    private static final LoanRequest YEAR =
            LoanRequest.of(money("100000.00"), Repayment.INTEREST_ONLY).signedOn(FIRST)
                    .termMonths(12);
    private static final String YEAR_AS_JSON = "{\"principal\": \"100000.00\",\n"
            + "\"repayment\": \"interest_only\", \"signed_on\": \"2021-03-21\", \"term\": 12}";

    private static Rulebook beijing;

    @BeforeClass
    public static void open() {
        beijing = Rulebook.beijing();
    }

    @AfterClass
    public static void close() {
        beijing.close();
    }

    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }

    private static Schedule schedule(LoanRequest request) {
        return beijing.schedule("startup_loan", request, Facts.none());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(money("0.00"), BigDecimal::add);
    }

    @Test
    public void interestIsDueEachQuarterAndSubsidisedWhole() {
        Schedule found = schedule(YEAR);
        List<String> rows = found.rows().stream().map(row -> row.days() + " " + row.interest())
                .collect(Collectors.toList());
        assertEquals(Arrays.asList("92 983.89", "92 983.89", "91 973.19", "90 962.50"), rows);
        assertEquals(money("3903.47"), found.interest());
        assertEquals(money("3903.47"), found.subsidisedInterest());
        assertEquals(money("0.00"), found.borrowerInterest());
        assertEquals(money("3903.47"), found.subsidyPayable());
        assertEquals(money("100000.00"), found.principal());
        assertEquals("CNY", found.currency());
        assertEquals(beijing.digest(), found.digest());
        assertEquals("3.85%", found.rates().get(0).rate().toString());
        assertFalse(found.notes().isEmpty());
    }

    @Test
    public void aRowKnowsItsDaysItsRateAndItsBalance() {
        Instalment row = schedule(YEAR).rows().get(0);
        assertEquals(FIRST, row.start());
        assertEquals(LocalDate.of(2021, 6, 21), row.until());
        assertEquals(LocalDate.of(2021, 6, 20), row.due());
        assertEquals("3.85%", row.rate().toString());
        assertEquals(row.opening(), row.balance());
        assertEquals(row.payment(), row.interest().add(row.principal()));
        assertFalse(row.isExtension());
        assertEquals(row.due(), row.paidOn().get());
    }

    @Test
    public void principalSumsToWhatWasLent() {
        Loan loan = beijing.loans().get("startup_loan");
        assertTrue(loan.repayments().contains(Repayment.INTEREST_ONLY));
        assertEquals("startup_loan.limit", loan.limitPart().name());
        for (Repayment form : loan.repayments()) {
            Schedule found = schedule(LoanRequest.of(money("300000.00"), form).signedOn(FIRST)
                    .termMonths(36));
            List<BigDecimal> parts = found.rows().stream().map(Instalment::principal)
                    .collect(Collectors.toList());
            assertEquals(found.principal(), sum(parts));
            assertEquals(form, found.repayment());
        }
    }

    @Test
    public void statementsSumToTheSchedule() {
        Schedule found = schedule(YEAR);
        LoanStatement first = found.statement(FIRST, LocalDate.of(2021, 6, 30));
        LoanStatement rest =
                found.statement(LocalDate.of(2021, 7, 1), LocalDate.of(2022, 12, 31));
        assertEquals(money("983.89"), first.subsidy());
        assertEquals(money("100000.00"), first.outstanding());
        assertEquals(found.subsidyPayable(), first.subsidy().add(rest.subsidy()));
        assertEquals(money("100000.00"), rest.principalPaid());
        Support.thrown(InvalidArgumentException.class,
                () -> found.statement(FIRST, FIRST.minusDays(1)));
    }

    @Test
    public void whatHappensChangesTheRows() {
        LocalDate day = LocalDate.of(2021, 9, 21);
        Schedule prepaid = schedule(YEAR.and(LoanEvent.prepayLower(day, money("50000.00"))));
        assertEquals(money("486.60"), prepaid.rows().get(2).interest());
        assertEquals(money("50000.00"), prepaid.rows().get(2).prepaid());
        Schedule settled = schedule(YEAR.and(LoanEvent.settle(day)));
        assertEquals(day, settled.lastDay());
        Schedule repriced = schedule(
                YEAR.and(LoanEvent.reprice(LocalDate.of(2021, 6, 21), money("4.35"))));
        assertEquals("4.35%", repriced.rows().get(1).rate().toString());
        assertFalse(repriced.rates().get(1).readOn().isPresent());
        Schedule longer = schedule(YEAR.and(LoanEvent.extend(LocalDate.of(2022, 1, 10), 3)));
        Instalment last = longer.rows().get(longer.rows().size() - 1);
        assertTrue(last.isExtension());
        assertEquals(money("0.00"), last.subsidisedInterest());
    }

    @Test
    public void thirtyDaysOverdueCostPenaltyWithoutSubsidy() {
        LocalDate last = LocalDate.of(2022, 3, 21);
        Schedule found = schedule(YEAR.asOf(last.plusDays(30))
                .and(LoanEvent.overdue(last, money("100000.00"))));
        assertEquals(money("481.25"), found.penalty());
        assertEquals(money("100000.00"), found.overduePrincipal());
        assertEquals(money("3903.47"), found.subsidisedInterest());
    }

    @Test
    public void whatIsNotPaidIsNotSubsidised() {
        LoanRequest unpaid = YEAR.payments(Payments.BY_EVENTS);
        assertEquals(money("0.00"), schedule(unpaid).subsidyPayable());
        assertEquals(money("983.89"), schedule(unpaid.and(
                LoanEvent.repay(LocalDate.of(2021, 6, 20), money("983.89")))).subsidyPayable());
    }

    @Test
    public void jsonAsksForTheSame() {
        assertEquals(schedule(YEAR),
                beijing.schedule("startup_loan", YEAR_AS_JSON, Facts.none()));
        CaseException e = Support.thrown(CaseException.class, () -> beijing.schedule(
                "startup_loan", "{\n\"principal\": \"1.00\",\n\"repayment\": \"x\"}", Facts.none()));
        assertEquals(3, e.getLine());
    }

    @Test
    public void whatIsImpossibleIsRefused() {
        for (LoanRequest request : Arrays.asList(YEAR.termMonths(100000), YEAR.termMonths(-1),
                LoanRequest.of(money("0.00"), Repayment.INTEREST_ONLY).signedOn(FIRST)
                        .termMonths(12),
                YEAR.termMonths(0).lastDay(FIRST), YEAR.signedOn(LocalDate.of(1950, 1, 1)))) {
            OutOfRangeException e =
                    Support.thrown(OutOfRangeException.class, () -> schedule(request));
            assertFalse(e.getRemedy().isEmpty());
            assertTrue(e.getCode() > 0);
        }
        Support.thrown(WrongTypeException.class, () -> schedule(
                LoanRequest.of(money("0.001"), Repayment.BULLET).signedOn(FIRST)));
        Support.thrown(UnknownNameException.class,
                () -> beijing.schedule("student_loan", YEAR, Facts.none()));
    }

    @Test
    public void aScheduleIsAValue() {
        assertEquals(schedule(YEAR), schedule(YEAR));
        assertEquals(schedule(YEAR).hashCode(), schedule(YEAR).hashCode());
        assertNotEquals(schedule(YEAR), schedule(YEAR.termMonths(6)));
        assertEquals(schedule(YEAR).rows(), schedule(YEAR).rows());
        assertEquals(YEAR, YEAR.termMonths(6).termMonths(12));
        assertTrue(schedule(YEAR).toString().contains("4 rows"));
        assertTrue(schedule(YEAR).explain(Locale.CHINESE).contains("983.89"));
        assertTrue(schedule(YEAR).toJson().startsWith("{"));
    }

    @Test
    public void afterTheRulebookIsClosedNoTextIsMade() {
        Schedule found;
        try (Rulebook rulebook = Rulebook.beijing()) {
            found = rulebook.schedule("startup_loan", YEAR, Facts.none());
        }
        assertEquals(money("3903.47"), found.interest());
        Support.thrown(IllegalStateException.class, () -> found.explain(Locale.ENGLISH));
        Support.thrown(IllegalStateException.class, () -> found.statement(FIRST, FIRST));
    }

    @Test
    public void daysAndYearsAreExact() {
        YearFraction found =
                YearFraction.between("actual_360", FIRST, LocalDate.of(2021, 6, 21));
        assertEquals(92, found.days());
        assertEquals("23/90", found.numerator() + "/" + found.denominator());
        LocalDate start = LocalDate.of(2007, 2, 28);
        LocalDate end = LocalDate.of(2008, 2, 29);
        assertEquals(359, YearFraction.between("30_360_isda", start, end, end).days());
        assertEquals(360, YearFraction.between("30_360_isda", start, end).days());
        Support.thrown(UnknownNameException.class,
                () -> YearFraction.between("actual_366", start, end));
        Support.thrown(InvalidArgumentException.class,
                () -> YearFraction.between("actual_360", end, start));
    }
}
