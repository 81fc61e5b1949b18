package org.isthmus.projects.values;

/** What an organisation is to a project; how its source puts it is kept beside. */
public enum OrganisationRole {
    LEAD,
    PARTNER,
    FUNDER,
    SUPPORTED,
    ASSOCIATE,
    INITIATOR,
    OTHER
}
