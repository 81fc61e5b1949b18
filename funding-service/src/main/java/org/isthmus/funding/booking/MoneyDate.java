package org.isthmus.funding.booking;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.isthmus.kit.values.PartialDate;
import org.jspecify.annotations.Nullable;

/** A day in the years that money of these books can be dated in; a slip of a digit is told apart from a date. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {MoneyDate.Check.class, MoneyDate.PartialCheck.class})
public @interface MoneyDate {

    int FIRST_YEAR = 1900;
    int LAST_YEAR = 2200;

    String message() default "must be in the years 1900 to 2200";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether all that a year, month or day can mean is in them. */
    final class PartialCheck implements ConstraintValidator<MoneyDate, PartialDate> {

        @Override
        public boolean isValid(@Nullable PartialDate date, ConstraintValidatorContext context) {
            return date == null || Check.isIn(date.first());
        }
    }

    /** Whether it is one. */
    final class Check implements ConstraintValidator<MoneyDate, LocalDate> {

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || isIn(day);
        }

        public static boolean isIn(LocalDate day) {
            return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
        }
    }
}
