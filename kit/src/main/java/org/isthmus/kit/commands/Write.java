package org.isthmus.kit.commands;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method that changes something.
 *
 * <p>It runs in one transaction, once per {@code Idempotency-Key}, with an audit line whether it is done or refused; with
 * {@code ?dryRun=true} it answers what it would have done and changes nothing.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Write {

    /** Money: a request without an idempotency key is refused. */
    @Nonbinding
    boolean keyRequired() default false;
}
