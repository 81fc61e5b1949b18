package org.isthmus.projects.reference;

import java.util.List;

/**
 * Within the service: a region is written otherwise or is part of another one now, which projects show soon.
 *
 * @param writings its code and how sources write it, then and now
 */
public record RegionChanged(List<String> writings) {}
