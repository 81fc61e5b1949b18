/** The audit log as auditors read it, and the seals on it and on other tables. Start at {@link AuditResource} and {@link SealedTable}. */
package org.isthmus.kit.audit;
