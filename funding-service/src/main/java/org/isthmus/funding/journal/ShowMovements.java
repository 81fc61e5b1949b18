package org.isthmus.funding.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.funding.attribution.PublicationListener;
import org.isthmus.kit.query.Query;

/** Shows movements to everybody, or nobody any more, as their project is published. */
@ApplicationScoped
class ShowMovements implements PublicationListener {

    private final DataSource database;

    ShowMovements(DataSource database) {
        this.database = database;
    }

    @Override
    public void published(UUID project, boolean visible) {
        Query.of("update movement_view set visible = ? where project_id = ?", visible, project)
                .execute(database);
    }
}
