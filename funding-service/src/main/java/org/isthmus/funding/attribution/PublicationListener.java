package org.isthmus.funding.attribution;

import java.util.UUID;

/** A room that shows a project's money: it is told, in the same transaction, when everybody may see it, or nobody any more. */
public interface PublicationListener {

    void published(UUID project, boolean visible);
}
