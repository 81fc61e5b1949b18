package org.isthmus.projects.project;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.YearsNotKept;
import org.isthmus.projects.values.Period;
import org.isthmus.projects.values.ProjectStatus;
import org.jspecify.annotations.Nullable;

/** What stands against a change of a project, all of it at once. */
final class ProjectRules {

    private ProjectRules() {}

    static void checkRevision(Project project, ProjectContent revised, Collection<String> drawnFromOthers) {
        Faults faults = new Faults();
        faults.require(
                revised.reference().equals(project.reference()),
                "/reference",
                "reference-fixed",
                "The reference %s stays.".formatted(project.reference()));
        faults.require(
                Objects.equals(revised.historicalStatus(), project.content().historicalStatus()),
                "/historicalStatus",
                "status-moves-only",
                "The status changes by moves, not by edits.");
        Grant grant = project.grant();
        faults.require(
                grant == null
                        || grant.status() == Grant.Status.REFUSED
                        || Objects.equals(revised.actionId(), project.content().actionId()),
                "/actionId",
                "action-fixed",
                "The grant is signed for action %s.".formatted(project.content().actionId()));
        faults.require(
                drawnFromOthers.isEmpty()
                        || Objects.equals(revised.actionId(), project.content().actionId()),
                "/actionId",
                "money-of-action",
                "The books hold money of another action for it, by %s: reverse that first, or keep the action."
                        .formatted(String.join(", ", drawnFromOthers)));
        refuse(Refusal.Kind.CONFLICT, "project-not-editable", faults);
    }

    /** Where a project of the past stands has an operation of its own (R22). */
    static void checkNew(ProjectContent content) {
        new Faults()
                .require(
                        content.historicalStatus() == null,
                        "/historicalStatus",
                        "past-elsewhere",
                        "A status of the past is entered at /v1/historical-statuses, by an archivist.")
                .refuseIfAny(
                        Refusal.Kind.INVALID, "past-elsewhere", "Facts of the past have an operation of their own.");
    }

    /** Notes what stands against a status of the past; faults begin with the place given. */
    static void checkPast(Project project, ProjectStatus asked, YearsNotKept years, String at, Faults faults) {
        ProjectStatus now = project.status();
        faults.require(
                project.grant() == null
                        && project.content().historicalStatus() == null
                        && (now == ProjectStatus.PIPELINE || now == ProjectStatus.UNKNOWN),
                at + "/projectId",
                "status-kept",
                "%s is in %s by what is kept here.".formatted(project.reference(), now));
        faults.require(
                asked != ProjectStatus.PIPELINE, at + "/status", "not-of-the-past", "A pipeline is not of the past.");
        faults.require(
                !project.content().sources().isEmpty(),
                at + "/projectId",
                "source-required",
                "%s names no source.".formatted(project.reference()));
        Period period = Objects.requireNonNullElse(project.content().period(), Period.UNKNOWN);
        PartialDate last = period.end() == null ? period.start() : period.end();
        faults.require(
                last == null || years.contains(last.year()),
                at + "/projectId",
                "year-kept",
                "%s ran in %s; the past is entered of %s.".formatted(project.reference(), last, years.words()));
    }

    static void checkMove(Project project, ProjectStatus to, PartialDate date) {
        Faults faults = new Faults();
        ProjectStatus from = project.status();
        if (!from.canBecome(to)) {
            faults.add(
                    "/to",
                    "status-not-reachable",
                    "A project in %s becomes %s, not %s.".formatted(from, nextOf(from), to));
        } else if (from == ProjectStatus.PIPELINE && to == ProjectStatus.IMPLEMENTATION) {
            faults.add(
                    "/to",
                    "grant-not-booked",
                    "A project begins when its signed grant is booked: sign the grant, the move follows.");
        }
        Grant grant = project.grant();
        if (grant != null && grant.awaitsBooking()) {
            faults.add("/to", "grant-awaits-booking", "The grant is signed and the books have not answered yet.");
        }
        PartialDate last = lastDate(project.moves());
        if (last != null && date.last().isBefore(last.first())) {
            faults.add("/date", "date-before-last-move", "The last move was on %s.".formatted(last));
        }
        refuse(Refusal.Kind.CONFLICT, "move-refused", faults);
    }

    /** @param isHeld the books hold its money already */
    static void checkSignature(Project project, Grant.Signature asked, boolean isHeld) {
        Faults faults = new Faults();
        faults.require(
                project.status() == ProjectStatus.PIPELINE
                        || isHeld && project.status() == ProjectStatus.IMPLEMENTATION,
                "",
                "not-in-pipeline",
                "A grant is signed while the project is in PIPELINE, this one is in %s.".formatted(project.status()));
        Grant grant = project.grant();
        faults.require(
                grant == null || grant.status() == Grant.Status.REFUSED,
                "",
                "grant-signed",
                "A grant is signed already.");
        UUID action = project.content().actionId();
        boolean isOfRefused = grant != null && grant.actionId().equals(action);
        faults.require(
                action == null || isOfRefused || asked.actionId().equals(action),
                "/actionId",
                "action-differs",
                "The project belongs to action %s.".formatted(project.content().actionId()));
        refuse(Refusal.Kind.CONFLICT, "grant-not-signable", faults);
    }

    /** One fault gives its own code, several the general one. */
    static void refuse(Refusal.Kind kind, String code, Faults faults) {
        List<String> codes = faults.list().stream().map(Fault::code).distinct().toList();
        String detail = faults.list().size() == 1
                ? faults.list().getFirst().detail()
                : "%d things stand against it".formatted(faults.list().size());
        faults.refuseIfAny(kind, codes.size() == 1 ? codes.getFirst() : code, detail);
    }

    private static @Nullable PartialDate lastDate(List<Move> moves) {
        PartialDate last = null;
        for (Move move : moves) {
            last = move.date() == null ? last : move.date();
        }
        return last;
    }

    private static String nextOf(ProjectStatus status) {
        return status.next().isEmpty() ? "nothing else" : status.next().toString();
    }
}
