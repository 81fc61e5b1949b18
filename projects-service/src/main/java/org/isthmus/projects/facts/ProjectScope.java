package org.isthmus.projects.facts;

/** How far a project reaches. */
public enum ProjectScope {
    COUNTRY,
    REGIONAL,
    GLOBAL
}
