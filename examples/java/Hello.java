// SPDX-License-Identifier: MIT
import java.time.LocalDate;
import java.util.Locale;
import org.mutualaid.Decision;
import org.mutualaid.Facts;
import org.mutualaid.Rulebook;

public class Hello {
    public static void main(String[] args) {
        try (Rulebook beijing = Rulebook.beijing()) {
            Decision decision = beijing.decide("hospital_allowance", Facts.none()
                .and("admitted_on", LocalDate.of(2016, 3, 1))
                .and("discharged_on", LocalDate.of(2016, 3, 11))
                .and("stay_cause", "illness").and("hospital_in_beijing", true)
                .and("hospital_class", 2).and("allowance_plan", "single")
                .and("cover_from", LocalDate.of(2016, 1, 1)).and("renewal", true)
                .and("allowance_days_so_far", 0)
                .and("claimed_on", LocalDate.of(2016, 3, 20)));
            System.out.println(decision.amount());
            System.out.println(decision.explain(Locale.CHINESE));
        }
    }
}
