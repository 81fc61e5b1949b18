package org.isthmus.kit.lists;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tables of ready-made representations by the path of their list, as far as their rooms are in use. */
public final class ViewTables {

    private static final Map<String, ViewTable<?>> BY_PATH = new ConcurrentHashMap<>();

    private ViewTables() {}

    static void add(ViewTable<?> table) {
        BY_PATH.putIfAbsent(table.path(), table);
    }

    public static Optional<ViewTable<?>> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }
}
