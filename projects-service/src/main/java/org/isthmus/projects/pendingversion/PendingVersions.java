package org.isthmus.projects.pendingversion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.erasure.ErasableTexts;
import org.isthmus.kit.http.RequestNotes;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.retention.RetentionRule;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;

/** All pending versions: how they are kept and found. */
@ApplicationScoped
public class PendingVersions implements PanacheRepositoryBase<PendingVersion, UUID>, ErasableTexts, RetentionRule {

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
    private final DataSource database;
    private final Caller caller;
    private final RequestNotes notes;
    private final Clock clock;

    PendingVersions(Store store, DataSource database, Caller caller, RequestNotes notes, Clock clock) {
        this.aggregates = store.aggregates(this, VIEWS, PendingVersionView::of);
        this.database = database;
        this.caller = caller;
        this.notes = notes;
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
        PendingVersionView added = aggregates.add(new PendingVersion(proposal, caller.name(), now));
        notes.concerned(List.of(added.id()));
        return added;
    }

    @Override
    public Set<UUID> erase(UUID project, int first, int last) {
        List<UUID> ids = Query.of("""
                        select id from pending_version
                         where project_id = ? and (published_version between ? and ? or base_version between ? and ?)
                        """, project, first, last, first, last).list(database, row -> row.uuid("id"));
        ids.forEach(id -> eraseTexts(id, first, last));
        return Set.copyOf(ids);
    }

    @Override
    public boolean has(UUID id) {
        return findById(id) != null;
    }

    @Override
    public Optional<UUID> erase(UUID id) {
        PendingVersion one = findById(id);
        if (one == null) {
            return Optional.empty();
        }
        if (one.status() == PendingStatus.PENDING) {
            throw Refusal.conflict(
                    "version-not-withdrawn",
                    "It waits for a decision: it is returned or withdrawn before it is erased");
        }
        eraseTexts(id, 0, Integer.MAX_VALUE);
        return Optional.of(one.projectId());
    }

    /**
     * What remains of one is who proposed it when, and what became of it; and what it proposed, where none of the versions
     * was made of that.
     */
    private void eraseTexts(UUID id, int first, int last) {
        Query.of("""
                        update pending_version
                           set changes = case when coalesce(published_version, 0) between ? and ? then '{}' else changes end,
                               replaced = '{}'
                         where id = ?
                        """, first, last, id).execute(database);
        Query.of("""
                        update pending_version_view v
                           set body = cast(cast(v.body as jsonb) || left_over as text),
                               public_body = cast(cast(v.public_body as jsonb) || left_over as text)
                          from (select jsonb_build_object('changes', changes, 'replaced', replaced) as left_over
                                  from pending_version where id = ?) kept
                         where v.id = ?
                        """, id, id).execute(database);
        Query.of(
                        "update pending_version_history set withdrawn_at = ?, withdrawn_for = 'OTHER' where id = ?",
                        clock.instant(),
                        id)
                .execute(database);
        Query.of("select erase_versions('pending_version', ?, 1, 1000) as erased", id)
                .only(database, row -> row.integer("erased"));
    }

    @Override
    public String name() {
        return "decided-changes";
    }

    /** What was decided is not needed any more to decide. */
    @Override
    public int end(Instant before, int most) {
        List<UUID> ids = Query.of(
                        "select id from pending_version where decided_at < ? and changes <> '{}' order by decided_at limit ?",
                        before,
                        most)
                .list(database, row -> row.uuid("id"));
        ids.forEach(id -> eraseTexts(id, 0, Integer.MAX_VALUE));
        return ids.size();
    }
}
