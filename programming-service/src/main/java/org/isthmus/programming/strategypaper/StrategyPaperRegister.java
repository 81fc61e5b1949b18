package org.isthmus.programming.strategypaper;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.isthmus.kit.lists.Parameter;
import org.isthmus.kit.values.Given;
import org.isthmus.programming.values.Period;
import org.isthmus.programming.workflow.DocumentStatus;

/** What the other rooms may know of a strategy paper. */
@ApplicationScoped
public class StrategyPaperRegister {

    /** The values that a filter of strategy papers takes. */
    public static final Parameter.Known REFERENCES =
            Parameter.Known.visibleIn("strategy paper", StrategyPapers.VIEWS.relation());

    private final StrategyPapers papers;

    StrategyPaperRegister(StrategyPapers papers) {
        this.papers = papers;
    }

    /** A strategy paper, as far as others build on it. */
    public record Known(
            UUID id,
            String reference,
            UUID programmeId,
            Period period,
            Set<String> priorities,
            DocumentStatus status) {}

    public Optional<Known> find(String reference) {
        return papers.findByReference(reference).map(StrategyPaperRegister::known);
    }

    public Optional<Known> find(UUID id) {
        return papers.findByIdOptional(id).map(StrategyPaperRegister::known);
    }

    private static Known known(StrategyPaper paper) {
        return new Known(
                paper.id(),
                paper.reference(),
                paper.programmeId(),
                paper.content().period(),
                Given.words(paper.content().priorities(), StrategyPaperContent.Priority::code),
                paper.workflow().status());
    }
}
