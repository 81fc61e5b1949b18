package org.isthmus.programming.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.events.Outbox;
import org.isthmus.programming.evaluation.EvaluationView.RecommendationView;
import org.isthmus.programming.evaluation.Recommendation.ChangedPriority;
import org.isthmus.programming.figures.Period;
import org.jspecify.annotations.Nullable;

/** Keeps the representations of evaluations and recommendations up to date, and tells of each change. */
@ApplicationScoped
class EvaluationPages {

    static final String EVALUATIONS = "evaluation_document";
    static final String RECOMMENDATIONS = "recommendation_document";

    static final Listing LISTING = Listing.over(EVALUATIONS)
            .answers(EvaluationView.class, "listEvaluations")
            .filter("programme", "programme", Listing.Type.TEXT, "Code of the programme.")
            .filter("feeds", "feeds", Listing.Type.TEXT, "Reference of the strategy paper that it was made for.")
            .from("startFrom", "start_on", Listing.Type.DATE, "Begins on that day or later.")
            .until("startTo", "start_on", Listing.Type.DATE, "Begins on that day or earlier.")
            .sort("title", "title", Listing.Type.COLLATED)
            .sortNullable("start", "start_on", Listing.Type.DATE)
            .facets("programme")
            .csv("id", "/id")
            .csv("reference", "/reference")
            .csv("programme", "/programme/code")
            .csv("title", "/title/en")
            .csv("start", "/covers/start")
            .csv("end", "/covers/end")
            .csv("evaluator", "/evaluator")
            .csv("feeds", "/feeds")
            .csv("recommendations", "/recommendations/*/code");

    static final Listing RECOMMENDATION_LISTING = Listing.over(RECOMMENDATIONS)
            .answers(RecommendationView.class, "listRecommendations")
            .filter("evaluation", "evaluation", Listing.Type.TEXT, "Reference of the evaluation.")
            .filter("programme", "programme", Listing.Type.TEXT, "Code of the programme.")
            .filter("answer", "response", Recommendation.Answer.class, "How it was answered.")
            .filter("strategyPaper", "strategy_papers", Listing.Type.TEXTS, "Reference of the strategy paper.")
            .from("answeredFrom", "answered_on", Listing.Type.DATE, "Answered on that day or later.")
            .until("answeredTo", "answered_on", Listing.Type.DATE, "Answered on that day or earlier.")
            .sort("code", "code", Listing.Type.TEXT)
            .sortNullable("answeredOn", "answered_on", Listing.Type.DATE)
            .facets("answer", "evaluation")
            .csv("id", "/id")
            .csv("evaluation", "/evaluation/reference")
            .csv("code", "/code")
            .csv("text", "/text/en")
            .csv("answer", "/response/answer")
            .csv("reason", "/response/reason/en")
            .csv("answeredOn", "/response/date")
            .csv("strategyPapers", "/response/changedPriorities/*/strategyPaper")
            .csv("priorities", "/response/changedPriorities/*/priority");

    private final Evaluations evaluations;
    private final Documents documents;
    private final Outbox outbox;

    EvaluationPages(Evaluations evaluations, Documents documents, Outbox outbox) {
        this.evaluations = evaluations;
        this.documents = documents;
        this.outbox = outbox;
    }

    /** The event is told where anything changed; its recommendations share the evaluation's version. */
    EvaluationView keep(Evaluation evaluation, Supplier<EvaluationEvent> event) {
        evaluations.flush();
        EvaluationView view = EvaluationView.of(evaluation);
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("reference", evaluation.reference());
        columns.put("programme", evaluation.content().programmeCode());
        columns.put("title", evaluation.content().title().any());
        columns.put("feeds", evaluation.content().feeds());
        Period covers = evaluation.content().covers();
        columns.put("start_on", covers == null ? null : covers.start().first());
        if (documents.put(EVALUATIONS, evaluation.id(), evaluation.version(), view, columns)) {
            evaluation.recommendations().forEach(recommendation -> keep(recommendation, evaluation));
            outbox.add(event.get());
        }
        return view;
    }

    /** Takes recommendations that a correction removed from the present lists; their past stays readable. */
    void retire(List<Recommendation> before, Evaluation evaluation) {
        Set<UUID> left = before.stream().map(Recommendation::id).collect(Collectors.toCollection(HashSet::new));
        evaluation.recommendations().forEach(recommendation -> left.remove(recommendation.id()));
        left.forEach(id -> documents.retire(RECOMMENDATIONS, id));
    }

    private void keep(Recommendation recommendation, Evaluation evaluation) {
        RecommendationView view = EvaluationView.of(recommendation, evaluation);
        Recommendation.Response response = recommendation.response();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("reference", view.reference());
        columns.put("evaluation", evaluation.reference());
        columns.put("programme", evaluation.content().programmeCode());
        columns.put("code", recommendation.code());
        columns.put("response", response == null ? null : response.answer().name());
        columns.put("answered_on", response == null ? null : response.date());
        columns.put("strategy_papers", response == null ? List.of() : papers(response));
        documents.put(RECOMMENDATIONS, recommendation.id(), evaluation.version(), view, columns);
    }

    private static List<String> papers(Recommendation.Response response) {
        return response.changedPriorities().stream()
                .map(ChangedPriority::strategyPaper)
                .distinct()
                .toList();
    }
}
