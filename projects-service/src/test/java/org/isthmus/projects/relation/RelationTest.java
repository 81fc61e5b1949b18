package org.isthmus.projects.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.isthmus.kit.rules.Refusal;
import org.junit.jupiter.api.Test;

class RelationTest {

    private static final UUID ONE = UUID.fromString("01932f6e-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("01932f6e-0000-7000-8000-000000000002");

    @Test
    void bothEndsSeeIt() {
        Relation relation = new Relation(RelationType.PART_OF, ONE, TWO, null, null);

        assertThat(relation.seenFrom(ONE))
                .isEqualTo(new RelatedProject(relation.id(), RelationType.PART_OF, TWO, null, null));
        assertThat(relation.seenFrom(TWO))
                .isEqualTo(new RelatedProject(relation.id(), RelationType.HAS_PART, ONE, null, null));
    }

    @Test
    void itIsTheSameFromEitherSide() {
        Relation follows = new Relation(RelationType.FOLLOWED_BY, ONE, TWO, null, null);
        Relation together = new Relation(RelationType.CO_FUNDED_WITH, TWO, ONE, null, null);

        assertThat(follows.type()).isEqualTo(RelationType.FOLLOWS);
        assertThat(follows.fromId()).isEqualTo(TWO);
        assertThat(together.fromId())
                .isEqualTo(new Relation(RelationType.CO_FUNDED_WITH, ONE, TWO, null, null).fromId());
    }

    @Test
    void nothingIsRelatedToItself() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Relation(RelationType.FOLLOWS, ONE, ONE, null, null))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("relation-to-itself"));
    }
}
