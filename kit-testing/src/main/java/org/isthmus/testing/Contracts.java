package org.isthmus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.http.StrictJson;

/** The files in {@code contracts/}: what services promise each other. {@code -Dcontracts.update=true} writes them anew. */
public final class Contracts {

    private static final ObjectMapper JSON = StrictJson.configure(new ObjectMapper().findAndRegisterModules())
            .enable(com.fasterxml.jackson.databind.SerializationFeature.INDENT_OUTPUT);

    private Contracts() {}

    /** The event is written exactly as its contract's example shows. */
    public static void assertKept(Event event) {
        Path file = event(event.envelope().topic(), event.envelope().type());
        try {
            if (isUpdate()) {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, JSON.writeValueAsString(event) + "\n");
            }
            assertThat(JSON.readTree(JSON.writeValueAsString(event)))
                    .as("event %s against %s", event.envelope().type(), file)
                    .isEqualTo(JSON.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The example of an event, as a consumer receives it. */
    public static String example(String topic, String type) {
        try {
            return Files.readString(event(topic, type));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no contract for " + type, e);
        }
    }

    static boolean isUpdate() {
        return Boolean.getBoolean("contracts.update");
    }

    static Path folder() {
        return Path.of(System.getProperty("contracts.folder", "../contracts"));
    }

    private static Path event(String topic, String type) {
        return folder().resolve("events").resolve(topic).resolve(type + ".json");
    }
}
