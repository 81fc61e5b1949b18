package org.isthmus.projects.reference;

/** Within the service: the country counts for another region or has another name now, and soon so do its projects. */
public record CountryMoved(String code) {}
