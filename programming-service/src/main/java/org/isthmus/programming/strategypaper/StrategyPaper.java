package org.isthmus.programming.strategypaper;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.Ids;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.workflow.Opinion;
import org.isthmus.programming.workflow.Workflow;

/**
 * What a programme is for in a period, and why.
 *
 * <p>It is adopted with at least one priority, inside the period of its programme; what was adopted never changes.
 */
@Entity
class StrategyPaper {

    @Id
    private UUID id;

    @Version
    private int version = 1;

    private String reference;
    private UUID programmeId;

    @JdbcTypeCode(SqlTypes.JSON)
    private StrategyPaperDraft content;

    @JdbcTypeCode(SqlTypes.JSON)
    private Workflow workflow;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    StrategyPaper() {}

    StrategyPaper(StrategyPaperDraft draft, ProgrammeRegister.Known programme) {
        refuseFaulty(draft, programme);
        this.id = Ids.next();
        this.reference = draft.reference();
        this.programmeId = programme.id();
        this.content = draft;
        this.workflow = Workflow.begin(draft.historical());
    }

    void edit(StrategyPaperDraft draft, ProgrammeRegister.Known programme) {
        refuseFaulty(draft, programme);
        if (!draft.reference().equals(reference) || !programme.id().equals(programmeId)) {
            throw Refusal.conflict("reference-fixed", "A strategy paper keeps its reference and its programme");
        }
        workflow = workflow.edit();
        content = draft;
    }

    private static void refuseFaulty(StrategyPaperDraft draft, ProgrammeRegister.Known programme) {
        Faults faults = new Faults();
        List<StrategyPaperDraft.Priority> priorities = draft.priorities();
        for (int i = 0; i < priorities.size(); i++) {
            String code = priorities.get(i).code();
            String strand = priorities.get(i).strand();
            faults.require(
                    priorities.subList(0, i).stream().noneMatch(p -> p.code().equals(code)),
                    "/priorities/%d/code".formatted(i),
                    "named-twice",
                    "A priority code is named once.");
            faults.require(
                    strand == null || programme.strands().contains(strand),
                    "/priorities/%d/strand".formatted(i),
                    "strand-unknown",
                    "%s has no strand '%s'.".formatted(programme.code(), strand));
        }
        faults.refuseIfAny(
                Refusal.Kind.INVALID, "strategy-paper-invalid", "The priorities don't fit together or the programme");
    }

    void submit() {
        workflow = workflow.submit();
    }

    void hear(Opinion opinion, LocalDate on, LocalDate today) {
        workflow = workflow.hear(opinion, on, today);
    }

    void adopt(String decision, LocalDate on, LocalDate today, ProgrammeRegister.Known programme) {
        Faults faults = workflow.faultsOfAdoption(on, today);
        faults.require(!content.priorities().isEmpty(), "/priorities", "required", "A strategy paper has a priority.");
        faults.require(
                content.period().isWithin(programme.period()),
                "/period",
                "period-outside-programme",
                "%s is not within %s of %s.".formatted(content.period(), programme.period(), programme.code()));
        faults.refuseIfAny(
                Refusal.Kind.CONFLICT, "strategy-paper-incomplete", "The strategy paper can't be adopted yet");
        workflow = workflow.adopt(decision, on);
    }

    StrategyPaperEvent.Adopted adopted() {
        return new StrategyPaperEvent.Adopted(
                id,
                version,
                reference,
                content.programmeCode(),
                content.period(),
                workflow.decision(),
                workflow.decidedOn());
    }

    void close() {
        workflow = workflow.close();
    }

    void withdraw(String reason) {
        workflow = workflow.withdraw(reason);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String reference() {
        return reference;
    }

    UUID programmeId() {
        return programmeId;
    }

    StrategyPaperDraft content() {
        return content;
    }

    Workflow workflow() {
        return workflow;
    }
}
