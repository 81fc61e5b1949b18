package org.isthmus.funding.booking;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.values.Money;

/** What is requested or authorised on commitments and not yet executed: it stays payable, so nobody gives it back. */
public interface OpenPayments {

    /** One of them. */
    record OpenPayment(UUID id, UUID commitmentId, Money amount) {}

    List<OpenPayment> on(Collection<UUID> commitments);
}
