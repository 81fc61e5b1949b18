package org.isthmus.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/**
 * What {@code deploy/vulnerabilities.json} knows.
 *
 * @param renewed the day on which it was last compared with the public databases
 */
record Vulnerabilities(String renewed, List<Known> known, List<Accepted> accepted) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Vulnerabilities of(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Vulnerabilities.class);
    }

    /** What of these components is affected and not accepted for the part. */
    List<String> in(String part, Set<Component> components) {
        List<String> found = new ArrayList<>();
        for (Known one : known) {
            for (Component component : components) {
                if (one.affects(component) && accepted.stream().noneMatch(a -> a.covers(one, part))) {
                    found.add("%s in %s: %s %s".formatted(one.id(), part, component, one.what()));
                }
            }
        }
        return found;
    }

    /** @param affected the affected versions as Maven writes a range, such as {@code [4.1.0,4.1.2)} */
    record Known(String id, String component, String affected, String what) {

        boolean affects(Component of) {
            String name = component.replace(':', '.');
            return (of.name().equals(name) || of.name().endsWith("." + name))
                    && range().containsVersion(new DefaultArtifactVersion(of.version()));
        }

        VersionRange range() {
            try {
                return VersionRange.createFromVersionSpec(affected);
            } catch (InvalidVersionSpecificationException e) {
                throw new IllegalArgumentException(this + " has no range of versions", e);
            }
        }
    }

    /** @param in the parts that it is accepted for */
    record Accepted(String id, String component, List<String> in, String why) {

        boolean covers(Known one, String part) {
            return one.id().equals(id) && one.component().equals(component) && in.contains(part);
        }
    }

    /** @param name its group and artifact, parted by a dot; whatever stands before them does not count */
    record Component(String name, String version) {

        private static final Pattern SHIPPED = Pattern.compile("(.+?)-(\\d.*)\\.jar");

        /** A file as Quarkus ships it, such as {@code io.vertx.vertx-core-4.5.30.jar}. */
        static Component ofShipped(Path file) {
            Matcher name = SHIPPED.matcher(file.getFileName().toString());
            if (!name.matches()) {
                throw new IllegalArgumentException(file + " has no version");
            }
            return new Component(name.group(1), name.group(2));
        }

        /** A file as Maven keeps it, such as {@code io/vertx/vertx-core/4.5.30/vertx-core-4.5.30.jar}. */
        static Component ofKept(Path file) {
            Path whole = file.toAbsolutePath();
            int version = whole.getNameCount() - 2;
            return new Component(
                    whole.subpath(0, version).toString().replace(File.separatorChar, '.'),
                    whole.getName(version).toString());
        }

        @Override
        public String toString() {
            return name + ":" + version;
        }
    }
}
