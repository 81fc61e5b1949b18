/**
 * How long what is kept, and what then: a schedule of rules that one job keeps. Start at {@link
 * org.isthmus.kit.retention.RetentionRule}; {@code docs/operations.md} shows the schedule.
 */
package org.isthmus.kit.retention;
