package org.isthmus.projects.reference;

/** Within the service: the country counts for another region now, and so do its projects, in the same transaction. */
public record CountryMoved(String code) {}
