package org.isthmus.kit.values;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a page or a document on the web: http or https, with a host and without a password. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WebAddress.Check.class)
public @interface WebAddress {

    String message() default "an address that begins with http:// or https:// belongs here";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says whether a text is one. */
    class Check implements ConstraintValidator<WebAddress, String> {

        /** Letters of other alphabets stand in addresses too. */
        private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7f]");

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            try {
                URI address = new URI(BEYOND_ASCII.matcher(text).replaceAll("x"));
                boolean isWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
                return isWeb && address.getHost() != null && address.getUserInfo() == null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }
}
