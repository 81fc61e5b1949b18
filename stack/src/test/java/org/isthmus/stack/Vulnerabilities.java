package org.isthmus.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
            return of.name().equals(component) && range().containsVersion(new DefaultArtifactVersion(of.version()));
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

    /** @param name group and artifact, parted by a colon */
    record Component(String name, String version) {

        /** The file that Quarkus makes of it. */
        String shippedAs() {
            return name.replace(':', '.') + "-" + version + ".jar";
        }

        /** The file that Maven keeps it in. */
        String keptAs() {
            return name.substring(name.indexOf(':') + 1) + "-" + version + ".jar";
        }

        @Override
        public String toString() {
            return name + ":" + version;
        }
    }
}
