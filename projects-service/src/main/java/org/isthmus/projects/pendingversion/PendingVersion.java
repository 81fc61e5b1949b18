package org.isthmus.projects.pendingversion;

import static jakarta.persistence.EnumType.STRING;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * What a partner wants to change of a public project.
 *
 * <p>Nobody but officers and its partner sees it. An officer who is not its author publishes it ({@code
 * four-eyes.properties}), or returns it with a reason; until then its partner may withdraw it.
 */
@Entity
public class PendingVersion extends Aggregate {

    private UUID projectId;
    private String projectReference;

    /** Id and reference of each organisation that leads the project. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> organisations;

    @Enumerated(STRING)
    private PendingStatus status = PendingStatus.PENDING;

    private int baseVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    private ObjectNode changes;

    @JdbcTypeCode(SqlTypes.JSON)
    private ObjectNode replaced;

    private String proposedBy;
    private Instant proposedAt;

    @Nullable
    private String decidedBy;

    @Nullable
    private Instant decidedAt;

    @Nullable
    private String returnReason;

    @Nullable
    private Integer publishedVersion;

    PendingVersion() {} // for Hibernate

    PendingVersion(Proposal proposal, String by, Instant now) {
        this.projectId = proposal.projectId();
        this.projectReference = proposal.projectReference();
        this.organisations = proposal.organisations();
        this.baseVersion = proposal.baseVersion();
        this.changes = proposal.changes().changes();
        this.replaced = proposal.changes().replaced();
        this.proposedBy = by;
        this.proposedAt = now;
    }

    /**
     * What a partner proposes.
     *
     * @param organisations id and reference of each organisation that leads the project
     * @param baseVersion the version that the partner has seen
     */
    public record Proposal(
            UUID projectId,
            String projectReference,
            List<String> organisations,
            int baseVersion,
            ProposedChanges changes) {}

    void publish(int version, String by, Instant now) {
        refuseDecided();
        publishedVersion = version;
        decide(PendingStatus.PUBLISHED, by, now);
    }

    void giveBack(String reason, String by, Instant now) {
        refuseDecided();
        returnReason = reason;
        decide(PendingStatus.RETURNED, by, now);
    }

    void withdraw(String by, Instant now) {
        refuseDecided();
        decide(PendingStatus.WITHDRAWN, by, now);
    }

    /** Also before the project is changed by it. */
    void refuseDecided() {
        if (status != PendingStatus.PENDING) {
            throw Refusal.conflict("not-pending", "It waits no more: it is %s".formatted(status));
        }
    }

    private void decide(PendingStatus next, String by, Instant now) {
        status = next;
        decidedBy = by;
        decidedAt = now;
    }

    UUID projectId() {
        return projectId;
    }

    String projectReference() {
        return projectReference;
    }

    List<String> organisations() {
        return organisations;
    }

    PendingStatus status() {
        return status;
    }

    int baseVersion() {
        return baseVersion;
    }

    ProposedChanges changes() {
        return new ProposedChanges(changes, replaced);
    }

    String proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    String returnReason() {
        return returnReason;
    }

    @Nullable
    Integer publishedVersion() {
        return publishedVersion;
    }
}
