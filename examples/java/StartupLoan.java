// SPDX-License-Identifier: MIT
import java.math.BigDecimal;
import java.time.LocalDate;
import org.mutualaid.Facts;
import org.mutualaid.Instalment;
import org.mutualaid.LoanEvent;
import org.mutualaid.LoanRequest;
import org.mutualaid.Repayment;
import org.mutualaid.Rulebook;
import org.mutualaid.Schedule;

public class StartupLoan {
    public static void main(String[] args) {
        try (Rulebook beijing = Rulebook.beijing()) {
            Schedule schedule = beijing.schedule("startup_loan",
                LoanRequest.of(new BigDecimal("100000.00"), Repayment.INTEREST_ONLY)
                    .signedOn(LocalDate.of(2021, 3, 21)).termMonths(12)
                    .and(LoanEvent.prepayLower(LocalDate.of(2021, 9, 21),
                        new BigDecimal("50000.00"))),
                Facts.none());
            for (Instalment row : schedule.rows()) {
                System.out.println(row.due() + " " + row.interest() + " "
                    + row.subsidisedInterest() + " " + row.balance());
            }
            System.out.println(schedule.interest());
            System.out.println(schedule.statement(LocalDate.of(2021, 10, 1),
                LocalDate.of(2021, 12, 31)).subsidy());
        }
    }
}
