package org.isthmus.projects.historical;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregates;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes statuses of the past from their request into the register, by two persons; the rules hold both times. */
@ApplicationScoped
class EnterStatuses {

    private final Aggregates<RequestedStatuses, RequestedStatusesView> requests;
    private final ProjectsOfThePast projects;
    private final Caller caller;
    private final Clock clock;

    EnterStatuses(StatusRequests requests, ProjectsOfThePast projects, Caller caller, Clock clock) {
        this.requests = requests.all();
        this.projects = projects;
        this.caller = caller;
        this.clock = clock;
    }

    RestResponse<RequestedStatusesView> request(List<HistoricalProject> rows) {
        check(rows);
        RequestedStatuses asked = new RequestedStatuses(rows, caller.name(), today());
        return Answers.accepted("/v1/historical-statuses/" + asked.id(), requests.create(asked));
    }

    RestResponse<RequestedStatusesView> confirm(UUID id) {
        return requests.step(id, asked -> {
            asked.confirmation().checkOpen();
            check(asked.asked());
            projects.enter(asked.asked());
            asked.confirmation().confirm(caller.name(), today());
        });
    }

    RestResponse<RequestedStatusesView> reject(UUID id, String reason) {
        return requests.step(id, asked -> asked.confirmation().reject(reason, caller.name(), today()));
    }

    /** What can be seen to be wrong with the rows while others could not be read. */
    @SuppressWarnings("ConstantConditions") // a member that could not be read is missing
    void meaning(List<HistoricalProject> rows) {
        Set<UUID> named = rows.stream()
                .filter(Objects::nonNull)
                .map(HistoricalProject::projectId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<UUID> known = projects.known(named);
        Faults faults = new Faults();
        for (int row = 0; row < rows.size(); row++) {
            UUID project = rows.get(row) == null ? null : rows.get(row).projectId();
            faults.require(
                    project == null || known.contains(project),
                    "/projects/%d/projectId".formatted(row),
                    "project-unknown",
                    "There is no project %s.".formatted(project));
        }
        faults.refuseIfAny(Refusal.Kind.INVALID, "statuses-invalid", "The meaning of some rows is wrong.");
    }

    private void check(List<HistoricalProject> rows) {
        Faults faults = new Faults();
        projects.check(rows, faults);
        if (faults.list().size() == 1) {
            faults.refuseIfAny(
                    Refusal.Kind.CONFLICT,
                    faults.list().getFirst().code(),
                    faults.list().getFirst().detail());
        }
        faults.refuseIfAny(
                Refusal.Kind.CONFLICT,
                "statuses-refused",
                "Nothing was entered: %d things stand against it."
                        .formatted(faults.list().size()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
