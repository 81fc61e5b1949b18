package org.isthmus.funding.budgetline;

import com.fasterxml.jackson.annotation.JsonTypeName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.funding.booking.Amounts;
import org.isthmus.funding.booking.Decision;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.funding.booking.MovementKind;
import org.isthmus.funding.booking.MovementRequest;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.AccountKind;
import org.isthmus.funding.ledger.Books;
import org.isthmus.funding.ledger.Leg;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.funding.ledger.Posting;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** Commitment appropriations that are left of a year are carried over to the next, on the same line; in euros. */
@ApplicationScoped
class CarryOver implements MovementKind<CarryOver.Request> {

    private final Appropriations appropriations;

    CarryOver(Appropriations appropriations) {
        this.appropriations = appropriations;
    }

    /** What is asked for, as a row of a batch. */
    @JsonTypeName("CARRY_OVER")
    @Schema(name = "NewCarryOver", description = "Appropriations left of a year, carried over to the next one.")
    record Request(
            @NotBlank @Size(max = 40) @Schema(required = true, examples = "19 02 01", description = "Code of the line.")
            String budgetLine,

            @NotNull @Min(1990) @Max(2099) @Schema(required = true, examples = "2010", description = "Whose they are.")
            Integer year,

            @NotNull @Schema(required = true) Money amount,
            @NotNull @MoneyDate @Schema(required = true) LocalDate effectiveOn,

            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Carry-over decision of 12 February 2011")
            String reason)
            implements MovementRequest {}

    @Override
    public Class<Request> body() {
        return Request.class;
    }

    @Override
    public Optional<String> role() {
        return Optional.of("authorising-officer");
    }

    @Override
    public List<Decision<AppropriationView>> decisions(List<Request> asked, String by) {
        return asked.stream()
                .<Decision<AppropriationView>>map(one -> new BookCarryOver(one, by, appropriations))
                .toList();
    }

    private record BookCarryOver(Request asked, String by, Appropriations appropriations)
            implements Decision<AppropriationView> {

        @Override
        public List<AccountKey> accounts() {
            return List.of(
                    account(AccountKind.SOURCE, asked.year()),
                    account(AccountKind.APPROPRIATION, asked.year()),
                    account(AccountKind.SOURCE, asked.year() + 1),
                    account(AccountKind.APPROPRIATION, asked.year() + 1),
                    account(AccountKind.LAPSED, asked.year() + 1));
        }

        @Override
        public LocalDate effectiveOn() {
            return asked.effectiveOn();
        }

        /** Each year's own source takes part, so that all money of a line and year stays accounted for. */
        @Override
        public @Nullable Posting decide(Books books, Faults faults) {
            if (!Amounts.isPositive(asked.amount(), faults)) {
                return null;
            }
            Money less = asked.amount().negated();
            List<Leg> legs = List.of(
                    Leg.of(accounts().get(0), asked.amount()),
                    Leg.of(accounts().get(1), less),
                    Leg.of(accounts().get(2), less),
                    Leg.of(accounts().get(3), asked.amount()));
            books.refuseOverdrawn(legs, "/amount", faults);
            return faults.isEmpty()
                    ? Posting.of(MovementType.CARRY_OVER, asked.effectiveOn(), asked.reason(), by, legs)
                    : null;
        }

        @Override
        public AppropriationView booked(Movement movement) {
            return appropriations.add(new Appropriation(
                    new NewAppropriation(
                            asked.budgetLine(),
                            asked.year() + 1,
                            Appropriation.Kind.COMMITMENT,
                            asked.amount(),
                            asked.effectiveOn(),
                            asked.reason(),
                            null),
                    movement));
        }

        private AccountKey account(AccountKind kind, int year) {
            return AccountKey.of(kind, asked.budgetLine(), year);
        }
    }
}
