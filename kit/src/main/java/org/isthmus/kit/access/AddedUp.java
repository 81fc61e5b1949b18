package org.isthmus.kit.access;

import jakarta.enterprise.context.RequestScoped;

/** Whether the answer to this request needs something added up. */
@RequestScoped
class AddedUp {

    private boolean isNoted;

    void note() {
        isNoted = true;
    }

    boolean isNoted() {
        return isNoted;
    }
}
