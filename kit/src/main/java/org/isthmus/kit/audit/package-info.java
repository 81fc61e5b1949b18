/** The audit log as auditors read it. Start at {@link AuditResource}. */
@NullMarked
package org.isthmus.kit.audit;

import org.jspecify.annotations.NullMarked;
