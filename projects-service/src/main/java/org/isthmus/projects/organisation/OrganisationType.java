package org.isthmus.projects.organisation;

/** What kind of body an organisation is. */
public enum OrganisationType {
    EU_BODY,
    INTERNATIONAL_ORGANISATION,
    GOVERNMENT,
    LOCAL_AUTHORITY,
    NGO,
    ACADEMIC,
    FOUNDATION,
    PRIVATE_SECTOR,
    OTHER
}
