package org.isthmus.funding.delegation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The roles that may be delegated. */
@Schema(name = "DelegatedRole")
enum DelegatedRole {
    FINANCE_OFFICER("finance-officer"),
    AUTHORISING_OFFICER("authorising-officer"),
    ACCOUNTING_OFFICER("accounting-officer");

    private final String role;

    DelegatedRole(String role) {
        this.role = role;
    }

    String role() {
        return role;
    }
}
