/** The audit log as auditors read it, and the seals on it and on other tables. Start at {@link AuditResource} and {@link SealedTable}. */
@NullMarked
package org.isthmus.kit.audit;

import org.jspecify.annotations.NullMarked;
