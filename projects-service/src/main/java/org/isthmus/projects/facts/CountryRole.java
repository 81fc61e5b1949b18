package org.isthmus.projects.facts;

/** What a country is to a project. */
public enum CountryRole {
    BENEFICIARY,
    PILOT,
    PLACE_OF_ACTIVITY,
    ORIGIN,
    HOST
}
