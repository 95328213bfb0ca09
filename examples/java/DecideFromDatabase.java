// SPDX-License-Identifier: MIT
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.mutualaid.Decision;
import org.mutualaid.Fact;
import org.mutualaid.Facts;
import org.mutualaid.MutualAidException;
import org.mutualaid.Outcome;
import org.mutualaid.Part;
import org.mutualaid.Requirement;
import org.mutualaid.Rulebook;

/**
 * Decides the claims of a database: each row of a table is a case, each column
 * that is called like a fact holds that fact, and what is decided is written
 * beside it. Plain Java 8 and JDBC; the database may be any.
 *
 * <p>Without an address it fills an empty H2 database in memory with a few
 * claims and shows what became of them.
 */
public final class DecideFromDatabase {
    private static final String[] TABLE = {
        "create table claims (id int primary key, member varchar(20),"
            + " admitted_on date, discharged_on date, hospital_class varchar(2),"
            + " hospital_in_beijing boolean, stay_cause varchar(20),"
            + " allowance_plan varchar(20), cover_from date, renewal boolean,"
            + " allowance_days_so_far int, claimed_on date,"
            + " outcome varchar(20), amount decimal(12, 2), remark varchar(400))",
        "insert into claims values (1, 'Zhang', '2016-03-01', '2016-03-11', '2', true,"
            + " 'illness', 'single', '2016-01-01', true, 0, '2016-03-20', null, null, null)",
        "insert into claims values (2, 'Li', '2016-03-01', '2016-03-11', '1', true,"
            + " 'illness', 'single', '2016-01-01', true, 0, '2016-03-20', null, null, null)",
        "insert into claims values (3, 'Wang', '2016-03-01', '2016-03-11', '3', true,"
            + " 'illness', 'single', '2016-01-01', true, null, '2016-03-20', null, null, null)",
        "insert into claims values (4, 'Zhao', '2016-03-11', '2016-03-01', '3', true,"
            + " 'illness', 'single', '2016-01-01', true, 0, '2016-03-20', null, null, null)",
    };

    private DecideFromDatabase() {
    }

    /** Takes the facts of a part out of a row; SQL's null is "not given". */
    private static Facts factsOf(ResultSet row, Part part, Set<String> columns)
            throws SQLException {
        Facts facts = Facts.none();
        for (Fact fact : part.facts()) {
            if (columns.contains(fact.name())) {
                facts = facts.and(fact.name(), valueOf(row, fact));
            }
        }
        return facts;
    }

    private static Object valueOf(ResultSet row, Fact fact) throws SQLException {
        switch (fact.type()) {
            case MONEY:
            case MEASURE:
                return row.getBigDecimal(fact.name());
            case DATE:
                Date day = row.getDate(fact.name());
                return day == null ? null : day.toLocalDate();
            case FLAG:
                boolean flag = row.getBoolean(fact.name());
                return row.wasNull() ? null : flag;
            default:
                return row.getString(fact.name());
        }
    }

    private static Set<String> columnsOf(ResultSet rows) throws SQLException {
        ResultSetMetaData data = rows.getMetaData();
        Set<String> columns = new HashSet<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            columns.add(data.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        return columns;
    }

    /** Why a claim is not simply paid, in a few words. */
    private static String remark(Decision decision) {
        StringBuilder words = new StringBuilder();
        for (Requirement failed : decision.failed()) {
            words.append(words.length() == 0 ? "" : "; ").append(failed.text().en());
        }
        for (Fact missing : decision.missing()) {
            words.append(words.length() == 0 ? "" : "; ").append("missing: ")
                    .append(missing.label().en());
        }
        return words.toString();
    }

    private static void decideAll(Connection database, Rulebook rulebook, String partName)
            throws SQLException {
        Part part = rulebook.parts().get(partName);
        try (Statement query = database.createStatement();
                ResultSet rows = query.executeQuery("select * from claims order by id");
                PreparedStatement answer = database.prepareStatement(
                        "update claims set outcome = ?, amount = ?, remark = ? where id = ?")) {
            Set<String> columns = columnsOf(rows);
            while (rows.next()) {
                answer.setInt(4, rows.getInt("id"));
                try {
                    Decision decision = rulebook.decide(partName, factsOf(rows, part, columns));
                    boolean isOpen = decision.outcome() == Outcome.UNDETERMINED;
                    BigDecimal amount = isOpen ? null : decision.amount();
                    answer.setString(1, decision.outcome().name().toLowerCase(Locale.ROOT));
                    answer.setBigDecimal(2, amount);
                    answer.setString(3, remark(decision));
                } catch (MutualAidException e) {
                    // A bad row is told, and never stops the others.
                    answer.setString(1, "invalid");
                    answer.setBigDecimal(2, null);
                    answer.setString(3, e.getFact() + ": " + e.getMessage());
                }
                answer.executeUpdate();
            }
        }
    }

    private static void show(Connection database) throws SQLException {
        try (Statement query = database.createStatement();
                ResultSet rows = query.executeQuery("select * from claims order by id")) {
            while (rows.next()) {
                System.out.println(rows.getInt("id") + " " + rows.getString("member") + ": "
                        + rows.getString("outcome") + " " + rows.getBigDecimal("amount")
                        + " " + rows.getString("remark"));
            }
        }
    }

    /**
     * Runs the example.
     *
     * @param args the address of a database with a table of claims, if any
     * @throws SQLException if the database fails
     */
    public static void main(String[] args) throws SQLException {
        String address = args.length > 0 ? args[0] : "jdbc:h2:mem:";
        try (Connection database = DriverManager.getConnection(address);
                Rulebook beijing = Rulebook.beijing()) {
            if (args.length == 0) {
                try (Statement statement = database.createStatement()) {
                    for (String line : TABLE) {
                        statement.execute(line);
                    }
                }
            }
            decideAll(database, beijing, "hospital_allowance");
            show(database);
        }
    }
}
