package org.isthmus.kit.note;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All notes. */
@ApplicationScoped
class Notes implements PanacheRepositoryBase<Note, UUID> {}
