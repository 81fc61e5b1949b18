package org.isthmus.programming.amendment;

import java.util.List;
import org.isthmus.programming.action.Action;

/** What an amendment changes: the decision that adopted the work programme, and its actions as they stand now. */
public record TextInForce(FinancingDecision adoption, List<Action> actions) {}
