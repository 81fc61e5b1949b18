package org.isthmus.kit.note;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.Ids;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.text.Text;
import org.jspecify.annotations.Nullable;

/** A titled, tagged amount. */
@Entity
class Note {

    @Id
    private UUID id;

    @Version
    private int version = 1;

    private String reference;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text title;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> tags;

    @Embedded
    private @Nullable Money amount;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    Note() {}

    Note(String reference, Text title, List<String> tags, @Nullable Money amount) {
        this.id = Ids.next();
        this.reference = reference;
        this.title = title;
        this.tags = tags;
        this.amount = amount;
    }

    void rename(Text title) {
        this.title = title;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String reference() {
        return reference;
    }

    Text title() {
        return title;
    }

    List<String> tags() {
        return tags;
    }

    @Nullable
    Money amount() {
        return amount;
    }
}
