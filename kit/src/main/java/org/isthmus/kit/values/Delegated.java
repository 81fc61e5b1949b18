package org.isthmus.kit.values;

/** A role that a deputy has for a time, from whom, and up to which amount in one act. */
public record Delegated(String role, String onBehalfOf, Money upTo) {}
