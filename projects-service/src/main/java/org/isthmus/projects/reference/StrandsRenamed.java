package org.isthmus.projects.reference;

import java.util.List;

/** Within the service: strands have other titles now, by which projects are found soon. */
public record StrandsRenamed(List<String> codes) {}
