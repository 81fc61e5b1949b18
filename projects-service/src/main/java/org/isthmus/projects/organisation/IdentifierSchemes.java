package org.isthmus.projects.organisation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.CountryCodes;

/**
 * The schemes of identifiers, as open data on aid writes them (org-id.guide, the list of organisation registration agencies of
 * IATI): the country of a register, or XI, XM and XR for those of the world, and the register itself.
 */
final class IdentifierSchemes {

    private static final Pattern FORM = Pattern.compile("([A-Z]{2})-([A-Z0-9]+(?:-[A-Z0-9]+)*)");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Registers of no country; the list is closed, so that a slip of the pen is seen. */
    private static final Set<String> OF_THE_WORLD = Set.of(
            "XI-BRIDGE",
            "XI-EORI",
            "XI-GRID",
            "XI-IATI",
            "XI-ISIL",
            "XI-LEI",
            "XI-PB",
            "XI-ROR",
            "XI-WIKIDATA",
            "XM-DAC",
            "XM-OCHA",
            "EU-PIC",
            "EU-TR");

    private IdentifierSchemes() {}

    static void check(String scheme, String pointer, Faults faults) {
        Matcher form = FORM.matcher(scheme);
        boolean isKnown = form.matches()
                && (OF_THE_WORLD.contains(scheme)
                        || COUNTRIES.contains(form.group(1))
                        || form.group(1).equals("XK"));
        faults.require(
                isKnown,
                pointer,
                "scheme-unknown",
                "'%s' is no scheme of identifiers%s; it is the country of a register and the register, such as GB-CHC, or one of %s."
                        .formatted(
                                scheme,
                                hint(scheme),
                                String.join(", ", OF_THE_WORLD.stream().sorted().toList())));
    }

    private static String hint(String scheme) {
        String upper = scheme.toUpperCase(Locale.ROOT).replace(':', '-').replace('_', '-');
        if (!upper.equals(scheme) && FORM.matcher(upper).matches()) {
            return ", you may mean " + upper;
        }
        String country = upper.length() > 2 ? CountryCodes.hint(upper.substring(0, 2)) : "";
        return country.isEmpty() ? "" : country + upper.substring(2);
    }
}
