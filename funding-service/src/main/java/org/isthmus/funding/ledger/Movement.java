package org.isthmus.funding.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/** What was booked, with the balances after it. Officers and auditors also see by whom. */
@Schema(description = "A dated, typed, explained set of entries that add up to zero; it never changes.")
public record Movement(
        @Schema(required = true) UUID id,
        @Schema(required = true) MovementType type,

        @Nullable
        @Schema(
                description = "The day that it counts from, as far as it is known: of a year or a month the last day;"
                        + " left out when no source gives one.")
        PartialDate effectiveOn,

        @Schema(required = true, description = "When the books learnt of it.")
        Instant recordedAt,

        @Nullable
        @Schema(
                description =
                        "Its place in the journal; shown to officers and auditors only, since its gaps would count"
                                + " what is hidden.")
        Long position,

        @Schema(required = true) String reason,

        @Nullable @Schema(description = "Who booked it; shown to officers and auditors only.")
        String by,

        @Nullable @Schema(description = "The movement that this one undoes.")
        UUID corrects,

        @Schema(required = true, description = "Entered from a document about the past.")
        boolean historical,

        @Nullable Source source,
        @Schema(required = true) List<Entry> entries) {

    /** One account's part. */
    @Schema(name = "MovementEntry")
    public record Entry(
            @Schema(required = true) AccountName account,

            @Schema(required = true, implementation = String.class, examples = "-2000000.00")
            String amount,

            @Schema(required = true, examples = "EUR") String currency,

            @Nullable
            @Schema(
                    implementation = String.class,
                    examples = "38000000.00",
                    description = "The account's balance just after this entry, in the order of booking; shown to"
                            + " officers and auditors only.")
            String balanceAfter,

            @Nullable @JsonIgnore EntryMeasure measure) {

        /** The amount as a number. */
        public BigDecimal value() {
            return new BigDecimal(amount);
        }
    }

    /** An account as it shows in an entry. */
    @Schema(name = "AccountLink")
    public record AccountName(
            @Schema(required = true) UUID id,
            @Schema(required = true) AccountKind kind,

            @Schema(required = true, examples = "19 02 01") String budgetLine,

            @Nullable Integer year,
            @Nullable @Schema(examples = "AWP-2010-2/1") String action,
            @Nullable String commitment,
            @Nullable UUID actionId,
            @Nullable UUID projectId,
            @Nullable UUID commitmentId) {

        public static AccountName of(UUID id, AccountKey key) {
            Owner owner = key.owner();
            boolean commitment = Owner.commitment(owner) != null;
            return new AccountName(
                    id,
                    key.kind(),
                    key.budgetLine(),
                    key.year(),
                    commitment ? null : Owner.label(owner),
                    commitment ? Owner.label(owner) : null,
                    Owner.action(owner),
                    Owner.project(owner),
                    Owner.commitment(owner));
        }
    }

    /** Whose money it moves; null for money that no project has yet. */
    @JsonIgnore
    public @Nullable UUID projectId() {
        return entries.stream()
                .map(entry -> entry.account().projectId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** For everybody: without who booked it, its place and the balances, which would tell what is hidden. */
    public Movement forEverybody() {
        return new Movement(
                id,
                type,
                effectiveOn,
                recordedAt,
                null,
                reason,
                null,
                corrects,
                historical,
                source,
                entries.stream()
                        .map(entry ->
                                new Entry(entry.account(), entry.amount(), entry.currency(), null, entry.measure()))
                        .toList());
    }
}
