package org.isthmus.projects.reference;

import java.util.Collection;

/**
 * Within the service: what codes stand for has other names or another place now, which projects that name them show soon.
 *
 * @param codes for regions also how sources write them, then and now; for actions their ids
 */
public record CodesChanged(Kind kind, Collection<String> codes) {

    /** What the codes are of. */
    public enum Kind {
        PROGRAMME,
        STRAND,
        COUNTRY,
        REGION,
        TERM,
        ACTION
    }
}
