package org.isthmus.programming.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.Ids;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.programming.evaluation.Recommendation.Answer;

/**
 * An external look at a programme, and what it recommends.
 *
 * <p>Every recommendation is answered with a reason, never before the day; one that was rejected changed nothing.
 */
@Entity
class Evaluation {

    @Id
    private UUID id;

    @Version
    private int version = 1;

    private String reference;
    private UUID programmeId;

    @JdbcTypeCode(SqlTypes.JSON)
    private EvaluationDraft content;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Recommendation> recommendations;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    Evaluation() {}

    Evaluation(EvaluationDraft draft, UUID programmeId) {
        draft.refuseRepetition();
        this.id = Ids.next();
        this.reference = draft.reference();
        this.programmeId = programmeId;
        this.content = draft;
        this.recommendations = recommended(draft, List.of());
    }

    /** Corrects what was entered; a recommendation that is answered stays as it was answered. */
    void correct(EvaluationDraft draft, UUID ofProgramme) {
        draft.refuseRepetition();
        if (!draft.reference().equals(reference) || !ofProgramme.equals(programmeId)) {
            throw Refusal.conflict("reference-fixed", "An evaluation keeps its reference and its programme");
        }
        List<Recommendation> corrected = recommended(draft, recommendations);
        refuseTouchingAnswered(corrected);
        content = draft;
        recommendations = corrected;
    }

    private static List<Recommendation> recommended(EvaluationDraft draft, List<Recommendation> before) {
        return draft.recommendations().stream()
                .map(given -> before.stream()
                        .filter(known -> known.code().equals(given.code()))
                        .findFirst()
                        .map(known -> known.worded(given.text()))
                        .orElseGet(() -> new Recommendation(Ids.next(), given.code(), given.text(), null)))
                .toList();
    }

    private void refuseTouchingAnswered(List<Recommendation> corrected) {
        Faults faults = new Faults();
        recommendations.stream()
                .filter(known -> known.response() != null && !corrected.contains(known))
                .forEach(known -> faults.add(
                        "/recommendations",
                        "recommendation-answered",
                        "%s is answered: it stays, in the same words.".formatted(known.code())));
        faults.refuseIfAny(
                Refusal.Kind.CONFLICT,
                "recommendation-answered",
                "A recommendation that is answered is neither removed nor reworded");
    }

    void answer(UUID recommendationId, Recommendation.Response response, LocalDate today) {
        new Faults()
                .require(
                        !response.date().isAfter(today),
                        "/date",
                        "date-in-future",
                        "An answer is recorded once it is given.")
                .require(
                        response.answer() != Answer.REJECTED
                                || response.changedPriorities().isEmpty(),
                        "/changedPriorities",
                        "rejected-changes-nothing",
                        "A recommendation that is rejected changed no priority.")
                .refuseIfAny(Refusal.Kind.INVALID, "response-invalid", "The answer can't be recorded so");
        Recommendation asked = recommendation(recommendationId);
        recommendations = recommendations.stream()
                .map(known -> known.equals(asked) ? known.answered(response) : known)
                .toList();
    }

    EvaluationEvent.Answered answered(UUID recommendationId) {
        Recommendation answered = recommendation(recommendationId);
        return new EvaluationEvent.Answered(
                id,
                version,
                reference,
                answered.id(),
                answered.code(),
                Objects.requireNonNull(answered.response(), "answered"));
    }

    EvaluationEvent.Completed completed() {
        return new EvaluationEvent.Completed(
                id,
                version,
                reference,
                content.programmeCode(),
                content.title(),
                content.covers(),
                content.evaluator(),
                content.feeds(),
                recommendations.stream()
                        .map(r -> new EvaluationEvent.Completed.Recommended(r.id(), r.code(), r.text()))
                        .toList());
    }

    Recommendation recommendation(UUID recommendationId) {
        return recommendations.stream()
                .filter(known -> known.id().equals(recommendationId))
                .findFirst()
                .orElseThrow(() -> Evaluations.unknown(recommendationId));
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

    EvaluationDraft content() {
        return content;
    }

    List<Recommendation> recommendations() {
        return recommendations;
    }
}
