package org.isthmus.kit.money;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Reads money strictly: the amount is a plain decimal string within the currency's decimals, nothing else is there. */
final class MoneyReader extends StdDeserializer<Money> {

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,4})?");

    MoneyReader() {
        super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode node = context.readTree(parser);
        if (!node.isObject() || !fields(node).stream().allMatch(List.of("amount", "currency")::contains)) {
            return refuse(context, "Money is an object with an amount and a currency and nothing else");
        }
        Currency currency = currency(context, node.path("currency"));
        JsonNode amount = node.path("amount");
        if (!amount.isTextual() || !AMOUNT.matcher(amount.textValue()).matches()) {
            return refuse(context, "An amount is a decimal number written as a string, such as \"3000000.00\"");
        }
        BigDecimal value = new BigDecimal(amount.textValue());
        if (value.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            return refuse(
                    context,
                    "%s has %d decimals and nothing is rounded"
                            .formatted(currency, currency.getDefaultFractionDigits()));
        }
        return new Money(value, currency);
    }

    private static List<String> fields(JsonNode node) {
        Iterable<String> names = node::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }

    private Currency currency(DeserializationContext context, JsonNode node) throws IOException {
        try {
            Currency currency = Currency.getInstance(node.asText());
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // said below, in the same words as for a currency without decimals
        }
        context.reportInputMismatch(this, "A currency is an ISO 4217 code such as \"EUR\"");
        throw new AssertionError("reportInputMismatch always throws");
    }

    private Money refuse(DeserializationContext context, String sentence) throws IOException {
        return context.reportInputMismatch(this, "%s", sentence);
    }
}
