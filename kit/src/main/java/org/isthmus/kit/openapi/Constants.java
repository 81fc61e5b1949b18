package org.isthmus.kit.openapi;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/** Finds the declarations that rooms keep in constants; the only place that looks into rooms. */
final class Constants {

    private Constants() {}

    static <T> List<T> of(Class<T> type, IndexView index) {
        List<T> found = new ArrayList<>();
        DotName name = DotName.createSimple(type);
        List<ClassInfo> rooms = index.getKnownClasses().stream()
                .sorted(Comparator.comparing(room -> room.name().toString()))
                .toList(); // the index has an order of its own, another one each time
        for (ClassInfo room : rooms) {
            for (FieldInfo field : room.fields()) {
                if (Modifier.isStatic(field.flags()) && field.type().name().equals(name)) {
                    found.add(type.cast(value(field)));
                }
            }
        }
        return found;
    }

    private static Object value(FieldInfo found) {
        try {
            ClassLoader application = Thread.currentThread().getContextClassLoader();
            Field field = Class.forName(found.declaringClass().name().toString(), true, application)
                    .getDeclaredField(found.name());
            field.setAccessible(true);
            return Objects.requireNonNull(field.get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + found, e);
        }
    }
}
