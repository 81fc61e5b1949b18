package org.isthmus.programming.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** Ties programmes into their line of predecessors and successors; the line never closes to a loop. */
@ApplicationScoped
class ProgrammeChain {

    private final Programmes programmes;

    ProgrammeChain(Programmes programmes) {
        this.programmes = programmes;
    }

    /** Makes the programme continue the one of that code, which is there, or none; the neighbours that this changed. */
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
            Programme before = programmes.findByCode(predecessorCode).orElseThrow();
            refuseLoop(programme, before);
            programme.continues(before);
            changed.add(before);
        }
        return changed;
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
