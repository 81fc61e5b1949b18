package org.isthmus.programming.evaluation;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.values.Period;
import org.jspecify.annotations.Nullable;

/** What other services learn about evaluations. Contract: {@code contracts/events/programming.evaluations/}. */
sealed interface EvaluationEvent extends Event {

    UUID evaluationId();

    @Override
    default Envelope envelope() {
        return new Envelope("programming.evaluations", type(), evaluationId());
    }

    /** What happened. */
    String type();

    /** An evaluation and its recommendations are there. */
    record Completed(
            UUID evaluationId,
            int version,
            String reference,
            String programme,
            Text title,
            @Nullable Period covers,
            @Nullable String evaluator,
            @Nullable String feeds,
            List<Recommended> recommendations)
            implements EvaluationEvent {

        record Recommended(UUID recommendationId, String code, Text text) {}

        static Completed of(Evaluation evaluation) {
            EvaluationContent content = evaluation.content();
            return new Completed(
                    evaluation.id(),
                    evaluation.version(),
                    evaluation.reference(),
                    content.programmeCode(),
                    content.title(),
                    content.covers(),
                    content.evaluator(),
                    content.feeds(),
                    evaluation.recommendations().stream()
                            .map(r -> new Recommended(r.id(), r.code(), r.text()))
                            .toList());
        }

        @Override
        public String type() {
            return "eu.isthmus.programming.evaluation.completed.v1";
        }
    }

    /** A recommendation was answered. */
    record Answered(
            UUID evaluationId,
            int version,
            String evaluation,
            UUID recommendationId,
            String code,
            Recommendation.Response response)
            implements EvaluationEvent {

        static Answered of(Evaluation evaluation, Recommendation answered) {
            return new Answered(
                    evaluation.id(),
                    evaluation.version(),
                    evaluation.reference(),
                    answered.id(),
                    answered.code(),
                    Objects.requireNonNull(answered.response(), "answered"));
        }

        @Override
        public String type() {
            return "eu.isthmus.programming.recommendation.answered.v1";
        }
    }
}
