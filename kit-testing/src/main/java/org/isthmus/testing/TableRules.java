package org.isthmus.testing;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What rooms declare of tables, against their statements and the migrations. */
record TableRules(ServiceCode service) {

    Set<String> breaks() {
        Set<String> breaks = new TreeSet<>();
        Map<String, Set<String>> owners = new TreeMap<>();
        for (RoomCode room : service.rooms().values()) {
            if (room.declared() == null) {
                breaks.add("%s has no @Room".formatted(room.name()));
            }
            room.owns()
                    .forEach(table -> owners.computeIfAbsent(table, none -> new TreeSet<>())
                            .add(room.name()));
            unknown(room, breaks);
            undeclared(room, breaks);
        }
        owners.forEach((table, rooms) -> {
            if (rooms.size() > 1) {
                breaks.add("%s is owned by %s".formatted(table, rooms));
            }
        });
        service.own().stream()
                .filter(table -> service.ownerOf(table).isEmpty())
                .forEach(table -> breaks.add("no room owns " + table));
        return breaks;
    }

    private void unknown(RoomCode room, Set<String> breaks) {
        Set<String> named = new TreeSet<>(room.owns());
        named.addAll(room.reads());
        named.stream()
                .filter(table -> !service.schema().relations().contains(table))
                .forEach(table -> breaks.add("%s names %s, which no migration makes".formatted(room.name(), table)));
        Set<String> used = new TreeSet<>();
        service.uses(room).keySet().forEach(use -> used.add(use.relation()));
        room.reads().stream()
                .filter(table -> !used.contains(table))
                .forEach(table -> breaks.add("%s declares to read %s and does not".formatted(room.name(), table)));
    }

    private void undeclared(RoomCode room, Set<String> breaks) {
        service.uses(room).forEach((use, by) -> {
            if (!room.owns().contains(use.relation())) {
                if (use.writes()) {
                    breaks.add("%s writes %s, which it does not own: %s".formatted(room.name(), use.relation(), by));
                } else if (!room.reads().contains(use.relation())) {
                    breaks.add("%s reads %s without saying so: %s".formatted(room.name(), use.relation(), by));
                }
            }
        });
    }
}
