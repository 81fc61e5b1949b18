package org.isthmus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A service's part of {@code docs/rooms.md}: a picture of its rooms, and their tables and events. */
record RoomPage(ServiceCode service) {

    private static final Path FILE = Contracts.folder().resolveSibling("docs").resolve("rooms.md");
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*(.*?)(?:\\*/|\\.\\s)", Pattern.DOTALL);

    /** Fails when the page is stale; {@code -Dcontracts.update=true} writes it anew. */
    void check() {
        try {
            String page = Files.readString(FILE);
            String told = page.replace(part(page), text());
            if (Contracts.isUpdate()) {
                Files.writeString(FILE, told);
            } else {
                assertThat(page)
                        .as(
                                "docs/rooms.md is stale; write it anew with -Dtest=ArchitectureTest -Dcontracts.update=true")
                        .isEqualTo(told);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    private String part(String page) {
        Matcher part = Pattern.compile("## %s\n.*?(?=\n## |\\z)".formatted(service.name()), Pattern.DOTALL)
                .matcher(page);
        if (!part.find()) {
            throw new IllegalStateException("docs/rooms.md has no heading ## " + service.name());
        }
        return part.group();
    }

    private String text() {
        StringBuilder text = new StringBuilder("## %s\n\n```mermaid\nflowchart LR\n".formatted(service.name()));
        for (RoomCode room : service.rooms().values()) {
            text.append("    %s\n".formatted(room.name()));
            Set<String> imports = service.imports(room).keySet();
            service.leads(room)
                    .keySet()
                    .forEach(other -> text.append(
                            "    %s %s %s\n".formatted(room.name(), imports.contains(other) ? "-->" : "-.->", other)));
        }
        text.append(
                "```\n\n| Room | What it is | Owns | Reads | Tells | Hears |\n| --- | --- | --- | --- | --- | --- |\n");
        Set<String> topics = topics();
        Properties settings = settings();
        for (RoomCode room : service.rooms().values()) {
            Set<String> heard = new TreeSet<>();
            room.channels()
                    .forEach(channel -> heard.add(
                            settings.getProperty("mp.messaging.incoming.%s.topic".formatted(channel), channel)));
            text.append("| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            room.name(),
                            sentence(room),
                            list(room.owns()),
                            list(room.reads()),
                            list(room.tells(topics)),
                            list(heard)));
        }
        return text.toString();
    }

    private static String list(Collection<String> names) {
        return String.join(", ", names);
    }

    /** The first one of the room's own description. */
    private String sentence(RoomCode room) {
        Matcher first = SENTENCE.matcher(read(service.sourceFolder(room).resolve("package-info.java")));
        return first.find()
                ? first.group(1)
                        .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                        .replaceAll("\\{@\\w+ (?:[\\w.]*\\.)?(\\w+)}", "$1")
                        .replace("|", "\\|")
                        .strip()
                        .replaceFirst("\\.$", "")
                : "";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Set<String> topics() {
        try (Stream<Path> folders = Files.list(Contracts.folder().resolve("events"))) {
            Set<String> topics = new TreeSet<>();
            folders.forEach(folder -> topics.add(folder.getFileName().toString()));
            return topics;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the contracts of events", e);
        }
    }

    private static Properties settings() {
        Properties settings = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("src", "main", "resources", "application.properties"))) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the service's settings", e);
        }
        return settings;
    }
}
