package org.isthmus.programming.evaluation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.strategypaper.StrategyPaperRegister;
import org.isthmus.programming.values.Period;
import org.jspecify.annotations.Nullable;

/** All evaluations: how they are kept and found. */
@ApplicationScoped
class Evaluations implements PanacheRepositoryBase<Evaluation, UUID> {

    // formatter:off
    static final ViewTable<Evaluation> VIEWS = ViewTable.<Evaluation>of("evaluation", "/v1/evaluations", EvaluationView.class)
            .cell("id", "/id")
            .reference(Evaluation::reference, "Its reference.").csv()
            .column("programme", Type.TEXT, evaluation -> evaluation.content().programmeCode(), "Code of the programme.").filter().known(ProgrammeRegister.CODES).facet().cell("programme", "/programme/code")
            .column("title", Type.COLLATED, evaluation -> evaluation.content().title().any(), "Title.").sort().text("title", "/title")
            .column("start_on", Type.DATE, Evaluations::start, "First day of what it covers.").optional().sort("start")
            .from("startFrom", "Begins on that day or later.").until("startTo", "Begins on that day or earlier.")
            .cell("start", "/covers/start").cell("end", "/covers/end").cell("evaluator", "/evaluator")
            .column("feeds", Type.TEXT, evaluation -> evaluation.content().feeds(), "Reference of the strategy paper that it was made for.").optional().filter().known(StrategyPaperRegister.REFERENCES).csv()
            .cell("recommendations", "/recommendations/*/code");
    // formatter:on

    private final Aggregates<Evaluation, EvaluationView> aggregates;

    Evaluations(Store store) {
        aggregates = store.aggregates(this, VIEWS, EvaluationView::of).writtenAs(Evaluation::content);
    }

    Aggregates<Evaluation, EvaluationView> all() {
        return aggregates;
    }

    static Refusal unknown(UUID recommendationId) {
        return Refusal.notFound("recommendation-unknown", "There is no recommendation %s".formatted(recommendationId));
    }

    private static @Nullable Object start(Evaluation evaluation) {
        Period covers = evaluation.content().covers();
        return covers == null ? null : covers.start().first();
    }
}
