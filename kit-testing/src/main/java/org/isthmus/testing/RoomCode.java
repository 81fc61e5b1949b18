package org.isthmus.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.Room;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.testing.Schema.Use;
import org.jspecify.annotations.Nullable;

/** A room as its compiled code shows it: what it declares, imports, reads, writes, tells and hears. */
record RoomCode(
        String name, String packageName, @Nullable Room declared, List<JavaClass> classes, Map<Use, Set<String>> uses) {

    static RoomCode of(String packageName, List<JavaClass> classes, Schema schema, Map<String, String> entities) {
        Map<Use, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : classes) {
            Set<Use> found = new TreeSet<>();
            for (String text : ClassConstants.of(type)) {
                found.addAll(schema.uses(text));
                found.addAll(Schema.uses(text, entities));
                if (schema.isNamedBy(text)) {
                    found.add(new Use(text, false));
                }
            }
            if (type.isAnnotatedWith(Entity.class)) {
                found.add(new Use(table(type), true));
            }
            for (ViewTable<?> view : views(type)) {
                for (String relation : List.of(view.relation(), view.history())) {
                    if (schema.relations().contains(relation)) { // a list may also be over a part of a statement
                        found.add(new Use(relation, !view.history().isEmpty()));
                    }
                }
            }
            found.forEach(use -> uses.computeIfAbsent(use, none -> new TreeSet<>())
                    .add(type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName()));
        }
        return new RoomCode(
                packageName.substring(packageName.lastIndexOf('.') + 1),
                packageName,
                declaration(packageName),
                classes,
                uses);
    }

    /** The table of an entity, by the way in which Hibernate names them here. */
    static String table(JavaClass entity) {
        String named = entity.isAnnotatedWith(Table.class)
                ? entity.getAnnotationOfType(Table.class).name()
                : "";
        return named.isEmpty()
                ? entity.getSimpleName()
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                        .toLowerCase(Locale.ROOT)
                : named;
    }

    Set<String> owns() {
        return declared == null ? Set.of() : new TreeSet<>(List.of(declared.owns()));
    }

    Set<String> reads() {
        return declared == null ? Set.of() : new TreeSet<>(List.of(declared.reads()));
    }

    /** The topics of its events. */
    Set<String> tells(Set<String> topics) {
        Set<String> told = new TreeSet<>();
        classes.stream()
                .filter(type -> type.isAssignableTo(Event.class))
                .forEach(event -> ClassConstants.of(event).stream()
                        .filter(topics::contains)
                        .forEach(told::add));
        return told;
    }

    /** The channels that it listens to. */
    Set<String> channels() {
        Set<String> channels = new TreeSet<>();
        classes.forEach(type -> type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(Incoming.class))
                .forEach(method ->
                        channels.add(method.getAnnotationOfType(Incoming.class).value())));
        return channels;
    }

    private static @Nullable Room declaration(String packageName) {
        try {
            return Class.forName(packageName + ".package-info").getAnnotation(Room.class);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static List<ViewTable<?>> views(JavaClass type) {
        List<ViewTable<?>> views = new ArrayList<>();
        for (JavaField declared : type.getFields()) {
            if (declared.getRawType().isEquivalentTo(ViewTable.class)
                    && declared.getModifiers().contains(JavaModifier.STATIC)) {
                try {
                    Field field = declared.reflect();
                    field.setAccessible(true);
                    if (field.get(null) instanceof ViewTable<?> view) {
                        views.add(view);
                    }
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("cannot read " + declared.getFullName(), e);
                }
            }
        }
        return views;
    }
}
