package org.isthmus.funding.attribution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A country or strand as its owner names it: its part of the whole in percent, where it is known. */
public record Share(
        String code, @Nullable BigDecimal share, @Nullable String role) {

    @JsonCreator
    static Share read(
            @JsonProperty("code") String code,
            @Nullable @JsonProperty("share") JsonNode share,
            @Nullable @JsonProperty("role") String role) {
        return new Share(code, share == null || share.isNull() ? null : new BigDecimal(share.asText()), role);
    }
}
