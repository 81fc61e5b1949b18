package org.isthmus.funding.attribution;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A part of the whole: either of something, or of nothing for a reason. */
record Part(
        @Nullable String code, BigDecimal share, @Nullable String reason) {

    static Part of(String code, BigDecimal share) {
        return new Part(code, share.setScale(4), null);
    }

    static Part none(String reason) {
        return new Part(null, Shares.WHOLE, reason);
    }
}
