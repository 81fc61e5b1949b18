package org.isthmus.projects.values;

/** How far a project reaches. */
public enum ProjectScope {
    COUNTRY,
    REGIONAL,
    GLOBAL
}
