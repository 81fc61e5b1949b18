package org.isthmus.kit.values;

import jakarta.inject.Singleton;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that does not lie in the future. With {@code groups = Meaning.class} it is told with what is wrong with the form of
 * a body; of a body of good form the room that takes it in judges the day.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {HasCome.OfDay.class, HasCome.OfPartialDate.class})
public @interface HasCome {

    String message() default "this day has not come yet";

    /** The code of the fault: the one by which the room refuses such a day. */
    String code() default "in-the-future";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What is judged of a body only while something is wrong with its form. */
    interface Meaning {}

    /** Of a day. */
    @Singleton
    final class OfDay implements ConstraintValidator<HasCome, LocalDate> {

        private final Clock clock;

        OfDay(Clock clock) {
            this.clock = clock;
        }

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || !day.isAfter(LocalDate.now(clock));
        }
    }

    /** Of a year, month or day: whether its first day has come. */
    @Singleton
    final class OfPartialDate implements ConstraintValidator<HasCome, PartialDate> {

        private final Clock clock;

        OfPartialDate(Clock clock) {
            this.clock = clock;
        }

        @Override
        public boolean isValid(@Nullable PartialDate date, ConstraintValidatorContext context) {
            return date == null || !date.first().isAfter(LocalDate.now(clock));
        }
    }
}
