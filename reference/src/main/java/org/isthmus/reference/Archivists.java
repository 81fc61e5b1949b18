package org.isthmus.reference;

/** Facts of the past are entered by one and confirmed by another one. */
final class Archivists {

    static final String FIRST = "archivist-a";
    static final String SECOND = "archivist-b";

    private Archivists() {}
}
