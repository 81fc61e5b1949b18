package org.isthmus.programming.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.store.Reading;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.values.Given;
import org.isthmus.programming.evaluation.EvaluationView.RecommendationView;
import org.isthmus.programming.evaluation.Recommendation.ChangedPriority;
import org.isthmus.programming.evaluation.Recommendation.Response;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.recommendation.RecommendationRegister;
import org.isthmus.programming.strategypaper.StrategyPaperRegister;

/** The recommendations of all evaluations, each with its own representation in the version of its evaluation. */
@ApplicationScoped
class Recommendations {

    /** A recommendation of an evaluation. */
    record Row(Recommendation recommendation, Evaluation evaluation) {}

    // formatter:off
    static final ViewTable<Row> VIEWS = ViewTable.<Row>of("recommendation", "/v1/recommendations", RecommendationView.class)
            .cell("id", "/id")
            .reference(row -> row.evaluation().reference() + "/" + row.recommendation().code(), "References of the evaluation and the recommendation.")
            .column("evaluation", Type.TEXT, row -> row.evaluation().reference(), "Reference of the evaluation.").filter().known(Known.visibleIn("evaluation", Evaluations.VIEWS.relation())).facet().cell("evaluation", "/evaluation/reference")
            .column("programme", Type.TEXT, row -> row.evaluation().content().programmeCode(), "Code of the programme.").filter().known(ProgrammeRegister.CODES)
            .column("code", Type.TEXT, row -> row.recommendation().code(), "Its code.").filter().sort().csv().text("text", "/text")
            .column("response", Recommendation.Answer.class, row -> Given.part(row.recommendation().response(), Response::answer), "How it was answered.").optional().filter("answer").facet()
            .cell("answer", "/response/answer").text("reason", "/response/reason")
            .column("answered_on", Type.DATE, row -> Given.part(row.recommendation().response(), Response::date), "Day of the answer.").optional().sort("answeredOn")
            .from("answeredFrom", "Answered on that day or later.").until("answeredTo", "Answered on that day or earlier.").cell("answeredOn", "/response/date")
            .column("strategy_papers", Type.TEXTS, Recommendations::papers, "Reference of the strategy paper.").filter("strategyPaper").known(StrategyPaperRegister.REFERENCES)
            .cell("strategyPapers", "/response/changedPriorities/*/strategyPaper").cell("priorities", "/response/changedPriorities/*/priority");
    // formatter:on

    private final Store store;
    private final RecommendationRegister register;

    Recommendations(Store store, RecommendationRegister register) {
        this.store = store;
        this.register = register;
    }

    Reading<Row> reading() {
        return store.reading(VIEWS);
    }

    /** Shows what an evaluation recommends now; what it recommended before and no more leaves the lists. */
    void show(Evaluation evaluation, List<Recommendation> before) {
        Set<UUID> now = Given.words(evaluation.recommendations(), Recommendation::id);
        register.register(evaluation.id(), now);
        List<UUID> removed = before.stream()
                .map(Recommendation::id)
                .filter(id -> !now.contains(id))
                .toList();
        register.remove(removed);
        store.views().retire(VIEWS, removed);
        store.reading(VIEWS)
                .put(
                        evaluation.version(),
                        evaluation.recommendations().stream()
                                .map(one -> new Row(one, evaluation))
                                .toList(),
                        row -> row.recommendation().id(),
                        row -> EvaluationView.of(row.recommendation(), evaluation));
    }

    private static List<String> papers(Row row) {
        Response response = row.recommendation().response();
        return response == null
                ? List.of()
                : response.changedPriorities().stream()
                        .map(ChangedPriority::strategyPaper)
                        .distinct()
                        .toList();
    }
}
