package org.isthmus.kit.values;

import static java.math.RoundingMode.UNNECESSARY;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An exact amount in one currency; two currencies never mix and nothing is ever rounded.
 *
 * <p>In JSON the amount is a string with the currency's own number of decimals:
 * {@code {"amount": "3000000.00", "currency": "EUR"}}.
 */
@Embeddable
@JsonDeserialize(using = MoneyReader.class)
@Schema(description = "An exact amount in one currency; never a floating-point number, never rounded.")
public record Money(
        @JsonSerialize(using = PlainAmount.class)
        @Schema(
                implementation = String.class,
                pattern = "^-?[0-9]{1,15}(\\.[0-9]{1,3})?$",
                examples = "3000000.00",
                required = true,
                description = "Decimal number as a string, in units of the currency.")
        BigDecimal amount,

        @JsonSerialize(using = ToStringSerializer.class)
        @Schema(
                implementation = String.class,
                pattern = "^[A-Z]{3}$",
                examples = "EUR",
                required = true,
                description = "ISO 4217 code.")
        Currency currency) {

    public static final Currency EUR = Currency.getInstance("EUR");

    public Money {
        // One scale per currency, so that 5 EUR equals 5.00 EUR. Throws if that would drop a digit.
        amount = amount.setScale(currency.getDefaultFractionDigits(), UNNECESSARY);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public static Money euros(String amount) {
        return new Money(new BigDecimal(amount), EUR);
    }

    public static Money euros(BigDecimal amount) {
        return new Money(amount, EUR);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other)), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public boolean isMoreThan(Money other) {
        return amount.compareTo(sameCurrency(other)) > 0;
    }

    @JsonIgnore
    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public int signum() {
        return amount.signum();
    }

    private BigDecimal sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s do not mix".formatted(currency, other.currency));
        }
        return other.amount;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
