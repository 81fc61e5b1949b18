package org.isthmus.kit.lists;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.isthmus.kit.lists.ListOffer.Cell;

/**
 * The cells of a CSV as one request asks for them: of all fields or some, its texts in one column or in one for each
 * language. A cell is defused: no spreadsheet takes it for a formula.
 */
final class Cells {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final List<Cell> cells;
    private final List<String> languages;
    private final String rows;

    private Cells(List<Cell> cells, List<String> languages, String rows) {
        this.cells = cells;
        this.languages = languages;
        this.rows = rows;
    }

    /**
     * @param fields members of the representation, or names of columns; without any all
     * @param languages BCP 47; without any each text is one cell, in English if there is English
     */
    static Cells of(ListOffer offer, List<String> fields, List<String> languages) {
        List<Cell> kept = offer.cells().stream()
                .filter(cell -> fields.isEmpty() || cell.header().equals("id") || isOf(cell, fields))
                .toList();
        return new Cells(kept, languages, offer.rows());
    }

    private static boolean isOf(Cell cell, List<String> fields) {
        return fields.contains(cell.header()) || fields.contains(cell.path().getFirst());
    }

    List<String> headers() {
        return cells.stream().flatMap(this::headers).toList();
    }

    private Stream<String> headers(Cell cell) {
        return cell.isText() && !languages.isEmpty()
                ? languages.stream().map(language -> cell.header() + "." + language)
                : Stream.of(cell.header());
    }

    /** The lines of one representation: one, or one for each of the parts that make rows of their own. */
    List<List<String>> lines(JsonNode document) {
        if (rows.isEmpty()) {
            return List.of(line(document, document));
        }
        return StreamSupport.stream(document.at(rows).spliterator(), false)
                .map(part -> line(document, part))
                .toList();
    }

    private List<String> line(JsonNode document, JsonNode part) {
        return cells.stream()
                .flatMap(cell -> values(cell, cell.isOfPart(rows) ? part : document))
                .toList();
    }

    private Stream<String> values(Cell cell, JsonNode node) {
        List<JsonNode> found = new ArrayList<>();
        collect(node, cell.isOfPart(rows) ? cell.pathInPart(rows) : cell.path(), found);
        if (cell.isText() && !languages.isEmpty()) {
            return languages.stream()
                    .map(language -> joined(
                            found.stream().map(text -> text.path(language).asText(""))));
        }
        return Stream.of(joined(found.stream().map(value -> shown(cell, value))));
    }

    private static String shown(Cell cell, JsonNode value) {
        if (cell.isText()) {
            JsonNode first = value.isEmpty() ? value : value.elements().next();
            return value.path("en").asText(first.asText(""));
        }
        if (!cell.members().isEmpty()) {
            return cell.members().stream()
                    .map(member -> value.path(member).asText(""))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(":"));
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    private static void collect(JsonNode node, List<String> path, List<JsonNode> found) {
        if (path.isEmpty()) {
            if (!node.isMissingNode() && !node.isNull()) {
                found.add(node);
            }
            return;
        }
        List<String> rest = path.subList(1, path.size());
        if (path.getFirst().equals("*")) {
            node.forEach(child -> collect(child, rest, found));
        } else {
            collect(node.path(path.getFirst()), rest, found);
        }
    }

    private static String joined(Stream<String> values) {
        return defused(values.filter(text -> !text.isEmpty()).collect(Collectors.joining("; ")));
    }

    private static String defused(String cell) {
        boolean isFormula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return isFormula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
