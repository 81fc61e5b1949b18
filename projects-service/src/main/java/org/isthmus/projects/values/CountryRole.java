package org.isthmus.projects.values;

/** What a country is to a project. */
public enum CountryRole {
    BENEFICIARY,
    PILOT,
    PLACE_OF_ACTIVITY,
    ORIGIN,
    HOST;

    /** Whether money for the project is for the country. */
    public boolean benefits() {
        return this == BENEFICIARY || this == PILOT;
    }
}
