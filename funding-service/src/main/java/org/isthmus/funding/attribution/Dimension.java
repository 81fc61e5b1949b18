package org.isthmus.funding.attribution;

/** What money can be attributed to, by what is known of its project or action. */
public enum Dimension {
    PROGRAMME,
    STRAND,
    COUNTRY;

    String words() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
