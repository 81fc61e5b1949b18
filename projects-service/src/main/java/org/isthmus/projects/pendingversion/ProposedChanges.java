package org.isthmus.projects.pendingversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;

/**
 * The members in which a proposed content differs from the one that its author has seen.
 *
 * @param changes as they are to be; null where one is to go
 * @param replaced as they stood; null where there was none
 */
public record ProposedChanges(ObjectNode changes, ObjectNode replaced) {

    public static ProposedChanges between(ObjectNode former, ObjectNode proposed) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        ObjectNode replaced = JsonNodeFactory.instance.objectNode();
        Set<String> members = new TreeSet<>();
        former.fieldNames().forEachRemaining(members::add);
        proposed.fieldNames().forEachRemaining(members::add);
        for (String member : members) {
            if (!value(former, member).equals(value(proposed, member))) {
                changes.set(member, value(proposed, member));
                replaced.set(member, value(former, member));
            }
        }
        return new ProposedChanges(changes, replaced);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The content with the changes; refused where another one changed the same members meanwhile. */
    public ObjectNode madeIn(ObjectNode present) {
        Faults faults = new Faults();
        changes.fieldNames()
                .forEachRemaining(member -> faults.require(
                        value(present, member).equals(value(replaced, member)),
                        "/" + member,
                        "changed-since",
                        "It has changed since the change was proposed."));
        faults.refuseIfAny(
                Refusal.Kind.CONFLICT,
                "pending-version-outdated",
                "The project has changed where this would change it; return it, so that its partner reads it again");
        ObjectNode made = present.deepCopy();
        changes.properties().forEach(change -> made.set(change.getKey(), change.getValue()));
        return made;
    }

    private static JsonNode value(ObjectNode content, String member) {
        JsonNode value = content.get(member);
        return value == null ? NullNode.getInstance() : value;
    }
}
