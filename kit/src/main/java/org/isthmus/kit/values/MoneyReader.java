package org.isthmus.kit.values;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
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
            return refuse(context, node, "Money is an object with an amount and a currency and nothing else");
        }
        Optional<Currency> currency = currency(node.path("currency"));
        if (currency.isEmpty()) {
            return refuse(context, node, "A currency is an ISO 4217 code such as \"EUR\"");
        }
        JsonNode amount = node.path("amount");
        if (!amount.isTextual() || !AMOUNT.matcher(amount.textValue()).matches()) {
            return refuse(context, node, "An amount is a decimal number written as a string, such as \"3000000.00\"");
        }
        BigDecimal value = new BigDecimal(amount.textValue());
        int decimals = currency.get().getDefaultFractionDigits();
        if (value.stripTrailingZeros().scale() > decimals) {
            return refuse(
                    context, node, "%s has %d decimals and nothing is rounded".formatted(currency.get(), decimals));
        }
        return new Money(value, currency.get());
    }

    private static List<String> fields(JsonNode node) {
        Iterable<String> names = node::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }

    private static Optional<Currency> currency(JsonNode node) {
        try {
            return Optional.of(Currency.getInstance(node.asText())).filter(c -> c.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Goes through the problem handlers, so that a reader of a whole request can note it and read on. */
    private static Money refuse(DeserializationContext context, JsonNode node, String sentence) throws IOException {
        return (Money) context.handleWeirdStringValue(Money.class, node.toString(), "%s", sentence);
    }
}
