package org.isthmus.programming.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** Ties programmes into their line of predecessors and successors; the line never closes to a loop. */
@ApplicationScoped
class ProgrammeChain {

    private final Programmes programmes;

    ProgrammeChain(Programmes programmes) {
        this.programmes = programmes;
    }

    /** Makes the programme continue the one of that code, or none; the neighbours that this changed. */
    List<Programme> tie(Programme programme, @Nullable String predecessorCode) {
        List<Programme> changed = new ArrayList<>();
        if (programme.isContinuing(predecessorCode)) {
            return changed;
        }
        Programme.Link old = programme.predecessor();
        if (old != null) {
            Programme left = programmes.all().get(old.id());
            programme.leaves(left);
            changed.add(left);
        }
        if (predecessorCode != null) {
            Programme before = predecessor(predecessorCode);
            refuseLoop(programme, before);
            programme.continues(before);
            changed.add(before);
        }
        return changed;
    }

    private Programme predecessor(String code) {
        Optional<Programme> found = programmes.findByCode(code);
        new Faults()
                .require(
                        found.isPresent(),
                        "/predecessorCode",
                        "programme-unknown",
                        "There is no programme '%s'.".formatted(code))
                .refuseIfAny(Refusal.Kind.INVALID, "programme-invalid", "The predecessor is not known");
        return found.orElseThrow();
    }

    private void refuseLoop(Programme programme, Programme before) {
        for (Programme.Link link = before.link();
                link != null;
                link = programmes.all().get(link.id()).predecessor()) {
            if (link.id().equals(programme.id())) {
                throw Refusal.conflict(
                        "predecessor-loop", "%s already continues %s".formatted(before.code(), programme.code()));
            }
        }
    }
}
