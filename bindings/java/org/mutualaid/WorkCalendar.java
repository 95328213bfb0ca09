// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Days that differ from "Monday to Friday are working days"; immutable. */
public final class WorkCalendar extends Plain {
    /** Monday to Friday are working days, without exception. */
    public static final WorkCalendar PLAIN = of(Collections.<LocalDate>emptyList(),
            Collections.<LocalDate>emptyList());

    private final List<LocalDate> daysOff;
    private final List<LocalDate> workdays;

    private WorkCalendar(Collection<LocalDate> daysOff, Collection<LocalDate> workdays) {
        this.daysOff = Collections.unmodifiableList(new ArrayList<>(daysOff));
        this.workdays = Collections.unmodifiableList(new ArrayList<>(workdays));
    }

    /**
     * Makes a calendar.
     *
     * @param daysOff weekdays on which nobody works
     * @param workdays days of a weekend on which people do
     * @return the calendar
     */
    public static WorkCalendar of(Collection<LocalDate> daysOff, Collection<LocalDate> workdays) {
        return new WorkCalendar(daysOff, workdays);
    }

    /**
     * Lists the weekdays on which nobody works.
     *
     * @return the days; unmodifiable
     */
    public List<LocalDate> daysOff() {
        return daysOff;
    }

    /**
     * Lists the days of a weekend on which people work.
     *
     * @return the days; unmodifiable
     */
    public List<LocalDate> workdays() {
        return workdays;
    }

    /** Writes the days as the library reads them. */
    byte[] write() {
        RecordWriter record = new RecordWriter();
        for (LocalDate day : daysOff) {
            record.integer(day.toEpochDay()).integer(0);
        }
        for (LocalDate day : workdays) {
            record.integer(day.toEpochDay()).integer(1);
        }
        return record.toBytes();
    }

    @Override
    Object[] content() {
        return new Object[] {daysOff, workdays};
    }
}
