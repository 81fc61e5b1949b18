package org.isthmus.funding.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import org.isthmus.funding.booking.MovementKind;

/** Makes the bodies of all kinds of movement known as rows of a batch, as the rooms offer them. */
@Singleton
class MovementTypes implements ObjectMapperCustomizer {

    private final List<InstanceHandle<MovementKind<?>>> kinds;

    MovementTypes(@All List<InstanceHandle<MovementKind<?>>> kinds) {
        this.kinds = kinds;
    }

    /** The kinds are not there yet, since they write JSON themselves; their declarations are. */
    @Override
    public void customize(ObjectMapper json) {
        kinds.stream()
                .flatMap(kind -> kind.getBean().getTypes().stream())
                .filter(type -> type instanceof ParameterizedType of && of.getRawType() == MovementKind.class)
                .map(type -> (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0])
                .forEach(json::registerSubtypes);
    }
}
