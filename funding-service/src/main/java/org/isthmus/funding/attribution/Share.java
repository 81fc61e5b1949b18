package org.isthmus.funding.attribution;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A country or strand as its owner names it: its part of the whole in percent, where it is known. */
public record Share(
        String code, @Nullable BigDecimal share, @Nullable String role) {}
