package org.isthmus.kit.lists;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Values of a representation as cells of a table, defused: no spreadsheet takes one for a formula. */
final class Cells {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Cells() {}

    /** The value at a pointer in which {@code *} goes through a list; several are joined with a semicolon. */
    static String at(JsonNode document, String pointer) {
        List<String> values = new ArrayList<>();
        collect(document, pointer.substring(1).split("/"), 0, values);
        return defused(String.join("; ", values));
    }

    private static void collect(JsonNode node, String[] path, int at, List<String> values) {
        if (at == path.length) {
            if (!node.isMissingNode() && !node.isNull()) {
                values.add(node.isContainerNode() ? node.toString() : node.asText());
            }
        } else if (path[at].equals("*")) {
            node.forEach(child -> collect(child, path, at + 1, values));
        } else {
            collect(node.path(path[at]), path, at + 1, values);
        }
    }

    private static String defused(String cell) {
        boolean isFormula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return isFormula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
