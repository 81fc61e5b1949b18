package org.isthmus.kit.lists;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Parameter.Times;

/**
 * What an operation may be asked in the query of its address. Declared once: the reader of requests, their refusals and
 * the OpenAPI document follow from it, for lists, reports and single reads alike.
 *
 * <p>A name that is not declared and a value that can't be are refused, all of them at once.
 */
public final class Parameters {

    public static final String AS_OF = "asOf";
    public static final String RECORDED_AS_OF = "recordedAsOf";

    private final Map<String, Parameter> declared = new LinkedHashMap<>();
    private String path = "";

    /** Of an operation that takes none. */
    public static Parameters none() {
        return new Parameters();
    }

    /** Of everything that can be read as it was: a detail, a list, a total. */
    public static Parameters ofThePast() {
        return past(
                "As it was recorded at the end of that day, in the installation's zone, or at that instant in UTC.");
    }

    /** Of totals and lists of what has effective days. */
    public static Parameters ofEffectiveDays() {
        return past("What was effective by the end of that day, in the installation's zone.");
    }

    private static Parameters past(String asOf) {
        return new Parameters()
                .add(AS_OF, Type.TEXT, asOf)
                .add(
                        RECORDED_AS_OF,
                        Type.TEXT,
                        "What was known at the end of that day, in the installation's zone, or at that instant in UTC.");
    }

    /** For the OpenAPI document: the path of the operation that takes them, where it is no list. */
    public Parameters at(String operationPath) {
        path = operationPath;
        return this;
    }

    public String path() {
        return path;
    }

    /** One that is given once. */
    public Parameters add(String name, Type type, String words) {
        return add(new Parameter(name, type, Times.ONCE, List.of(), null, words));
    }

    /** One that is one of these names. */
    public Parameters add(String name, List<String> allowed, String words) {
        return add(new Parameter(name, Type.TEXT, Times.ONCE, allowed, null, words));
    }

    /** One that lists some of these names, with commas. */
    public Parameters addNames(String name, List<String> allowed, String words) {
        return add(new Parameter(name, Type.TEXT, Times.LISTED, allowed, null, words));
    }

    /** A filter: repeated for more values, {@code none} for what has none. */
    public Parameters addFilter(String name, Type type, String words) {
        return add(new Parameter(name, type, Times.REPEATED, List.of(), null, words));
    }

    /** A filter of codes or references that exist. */
    public Parameters addFilter(String name, Known known, String words) {
        return add(new Parameter(name, Type.TEXT, Times.REPEATED, List.of(), known, words));
    }

    /** A filter of the names of an enumeration. */
    public Parameters addFilter(String name, Class<? extends Enum<?>> values, String words) {
        return add(new Parameter(name, Type.TEXT, Times.REPEATED, names(values), null, words));
    }

    public Parameters add(Parameter parameter) {
        declared.put(parameter.name(), parameter);
        return this;
    }

    public Parameters addAll(Parameters others) {
        declared.putAll(others.declared);
        return this;
    }

    Map<String, Parameter> declared() {
        return declared;
    }

    /** For the OpenAPI document, in the order in which they were declared. */
    public List<Parameter> list() {
        return List.copyOf(declared.values());
    }

    /** What a request says; its faults are noted in it, and told by {@link Asked#refuseIfFaulty}. */
    public Asked read(MultivaluedMap<String, String> given) {
        return new Asked(this, given);
    }

    static List<String> names(Class<? extends Enum<?>> values) {
        return Arrays.stream(values.getEnumConstants()).map(Enum::name).toList();
    }
}
