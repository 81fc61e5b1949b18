package org.isthmus.programming.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.Ids;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.programming.evaluation.Recommendation.Answer;
import org.jspecify.annotations.Nullable;

/**
 * An external look at a programme, and what it recommends.
 *
 * <p>Every recommendation is answered with a reason, never before the day; one that was rejected changed nothing.
 */
@Entity
class Evaluation extends Aggregate {

    private String reference;
    private UUID programmeId;

    @JdbcTypeCode(SqlTypes.JSON)
    private EvaluationContent content;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Recommendation> recommendations;

    /** The recommendation that is being answered, where that is the change. */
    @Transient
    private @Nullable UUID answered;

    Evaluation() {} // for Hibernate

    Evaluation(EvaluationContent given, UUID programmeId) {
        given.refuseRepetition();
        this.reference = given.reference();
        this.programmeId = programmeId;
        this.content = given;
        this.recommendations = recommended(given, List.of());
    }

    /** Corrects what was entered; a recommendation that is answered stays as it was answered. */
    void correct(EvaluationContent given, UUID ofProgramme) {
        given.refuseRepetition();
        if (!given.reference().equals(reference) || !ofProgramme.equals(programmeId)) {
            throw Refusal.conflict("reference-fixed", "An evaluation keeps its reference and its programme");
        }
        List<Recommendation> corrected = recommended(given, recommendations);
        refuseTouchingAnswered(corrected);
        content = given;
        recommendations = corrected;
    }

    private static List<Recommendation> recommended(EvaluationContent given, List<Recommendation> before) {
        return given.recommendations().stream()
                .map(wanted -> before.stream()
                        .filter(known -> known.code().equals(wanted.code()))
                        .findFirst()
                        .map(known -> known.worded(wanted.text()))
                        .orElseGet(() -> new Recommendation(Ids.next(), wanted.code(), wanted.text(), null)))
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
                        "in-the-future",
                        "An answer is recorded once it is given.")
                .require(
                        response.answer() != Answer.REJECTED
                                || response.changedPriorities().isEmpty(),
                        "/changedPriorities",
                        "rejected-changes-nothing",
                        "A recommendation that is rejected changed no priority.")
                .refuseIfAny(Refusal.Kind.INVALID, "response-invalid", "The answer can't be recorded so");
        Recommendation asked = recommendation(recommendationId);
        answered = recommendationId;
        recommendations = recommendations.stream()
                .map(known -> known.equals(asked) ? known.answered(response) : known)
                .toList();
    }

    @Override
    public List<EvaluationEvent> told() {
        return List.of(
                answered == null
                        ? EvaluationEvent.Completed.of(this)
                        : EvaluationEvent.Answered.of(this, recommendation(answered)));
    }

    Recommendation recommendation(UUID recommendationId) {
        return recommendations.stream()
                .filter(known -> known.id().equals(recommendationId))
                .findFirst()
                .orElseThrow(() -> Evaluations.unknown(recommendationId));
    }

    String reference() {
        return reference;
    }

    UUID programmeId() {
        return programmeId;
    }

    EvaluationContent content() {
        return content;
    }

    List<Recommendation> recommendations() {
        return recommendations;
    }
}
