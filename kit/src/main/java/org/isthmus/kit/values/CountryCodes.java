package org.isthmus.kit.values;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Which {@link CountryCode}s exist, by the list that the platform carries. */
public final class CountryCodes implements ConstraintValidator<CountryCode, String> {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    /** Codes that the institutions of the Union use for a country, and the name of a kingdom. */
    private static final Map<String, String> USUAL = Map.of("EL", "GR", "UK", "GB");

    @Override
    public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
        if (code == null || isCode(code)) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.unwrap(HibernateConstraintValidatorContext.class)
                .addMessageParameter("fault", fault(code))
                .buildConstraintViolationWithTemplate("{fault}")
                .addConstraintViolation();
        return false;
    }

    private static String fault(String code) {
        String hint = hint(code);
        return "'%s' is no country code of ISO 3166-1 alpha-2%s"
                .formatted(code, hint.isEmpty() ? ", such as MD" : hint);
    }

    /** Which code may be meant by one that is none; empty where nothing is like it. */
    public static String hint(String code) {
        return meant(code).map(", you may mean "::concat).orElse("");
    }

    private static boolean isCode(String code) {
        return CODES.contains(code) || code.equals("XK");
    }

    private static Optional<String> meant(String code) {
        String upper = code.strip().toUpperCase(Locale.ROOT);
        String meant = USUAL.getOrDefault(upper, upper);
        return isCode(meant) && !meant.equals(code) ? Optional.of(meant) : Optional.empty();
    }
}
