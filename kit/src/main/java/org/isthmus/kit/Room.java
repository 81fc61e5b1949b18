package org.isthmus.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A package with one aggregate, and the tables and SQL views that it owns and reads; a test holds statements, migrations
 * and keys against it.
 *
 * <p>Only its owner writes to a table. Who reads what a SQL view shows names the view; what the view reads is its owner's
 * affair.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Room {

    /** Tables and SQL views that this room alone writes to. */
    String[] owns() default {};

    /** Tables and SQL views of other rooms, or of the kit, that its statements, views or foreign keys lead to. */
    String[] reads() default {};
}
