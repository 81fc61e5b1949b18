package org.isthmus.projects.statistics;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isthmus.kit.documents.Scope;

/** Counts and adds up in the database: one statement, however many rows an answer has. */
@ApplicationScoped
class Tally {

    private static final int FIRST_KEY = 6;

    private final AgroalDataSource database;

    Tally(AgroalDataSource database) {
        this.database = database;
    }

    /** Figures by their kind and, for rows, by their key; for reasons, by the reason. */
    record Result(Map<List<String>, Figures> rows, Map<String, Figures> reasons, Map<String, Figures> sums) {

        Figures sum(String kind) {
            return sums.getOrDefault(kind, new Figures());
        }
    }

    Result count(Question question, Scope scope) {
        StatisticsQuery query = new StatisticsQuery(question, scope);
        Result result = new Result(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, query);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                figures(row, question, result).add(row.getLong(4), row.getString(3), row.getBigDecimal(5));
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException("Projects can't be counted: " + e.getMessage(), e);
        }
    }

    private static Figures figures(ResultSet row, Question question, Result result) throws SQLException {
        return switch (row.getString(1)) {
            case "ROW" -> result.rows().computeIfAbsent(key(row, question), key -> new Figures());
            case "WHY" -> result.reasons().computeIfAbsent(row.getString(2), why -> new Figures());
            case String kind -> result.sums().computeIfAbsent(kind, sum -> new Figures());
        };
    }

    private static List<String> key(ResultSet row, Question question) throws SQLException {
        List<String> key = new ArrayList<>();
        for (int i = 0; i < question.dimensions().size(); i++) {
            key.add(row.getString(FIRST_KEY + i));
        }
        return key;
    }

    private static PreparedStatement prepare(Connection connection, StatisticsQuery query) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query.sql());
        for (int i = 0; i < query.values().size(); i++) {
            switch (query.values().get(i)) {
                case Collection<?> many -> statement.setArray(i + 1, connection.createArrayOf("text", many.toArray()));
                case Object value -> statement.setObject(i + 1, value);
            }
        }
        return statement;
    }
}
