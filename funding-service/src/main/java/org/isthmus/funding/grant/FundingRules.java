package org.isthmus.funding.grant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The numbers in the rules of the field; the defaults are the financial regulation's. */
@ConfigMapping(prefix = "funding.rules")
interface FundingRules {

    /** An individual legal commitment is signed by 31 December of its budget year n plus this many years. */
    @WithDefault("0")
    int yearsToSign();
}
