package org.isthmus.projects.pendingversion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;

/** All pending versions: how they are kept and found. */
@ApplicationScoped
public class PendingVersions implements PanacheRepositoryBase<PendingVersion, UUID> {

    private static final int MOST_OF_A_PROJECT = 20;

    // formatter:off
    static final ViewTable<PendingVersion> VIEWS = ViewTable.<PendingVersion>of("pending-version", "/v1/pending-versions", PendingVersionView.class)
            .visible(pending -> false).ownedBy("organisations").publicBody(PendingVersionView::withoutNames)
            .reference(pending -> pending.id().toString(), "Its id.").cell("id", "/id")
            .column("status", PendingStatus.class, PendingVersion::status, "How far it is.").filter().facet().csv()
            .column("project_id", Type.UUID, PendingVersion::projectId, "Id of the project.").filter("projectId").cell("projectId", "/projectId")
            .column("project", Type.TEXT, PendingVersion::projectReference, "Reference of the project.").sort().cell("projectReference", "/projectReference")
            .column("organisations", Type.TEXTS, PendingVersion::organisations, "Organisations that lead the project.")
            .column("proposed_at", Type.INSTANT, PendingVersion::proposedAt, "When it was proposed, UTC.").sort("proposedAt").cell("proposedAt", "/proposedAt")
            .cell("changes", "/changes").cell("returnReason", "/returnReason");
    // formatter:on

    private final Aggregates<PendingVersion, PendingVersionView> aggregates;
    private final Caller caller;
    private final Clock clock;

    PendingVersions(Store store, Caller caller, Clock clock) {
        this.aggregates = store.aggregates(this, VIEWS, PendingVersionView::of);
        this.caller = caller;
        this.clock = clock;
    }

    Aggregates<PendingVersion, PendingVersionView> all() {
        return aggregates;
    }

    /** Where one is read. */
    public static String path(PendingVersionView pending) {
        return VIEWS.path() + "/" + pending.id();
    }

    /** Takes in what the caller proposes, as its author. */
    public PendingVersionView add(PendingVersion.Proposal proposal) {
        if (count("projectId = ?1 and status = ?2", proposal.projectId(), PendingStatus.PENDING) >= MOST_OF_A_PROJECT) {
            throw Refusal.conflict(
                    "too-many-pending",
                    "%d changes of this project wait already: one has to be decided or withdrawn first"
                            .formatted(MOST_OF_A_PROJECT));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return aggregates.add(new PendingVersion(proposal, caller.name(), now));
    }
}
