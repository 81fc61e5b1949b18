package org.isthmus.projects.reference;

import java.util.Objects;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** A country as programming tells of it. */
record ToldCountry(String code, @Nullable Text name, String region) {

    ToldCountry {
        Objects.requireNonNull(code);
        Objects.requireNonNull(region);
    }
}
