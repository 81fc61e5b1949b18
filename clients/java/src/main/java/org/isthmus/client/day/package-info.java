/** A partner's day through the generated client. Start at {@link org.isthmus.client.day.PartnersDay}. */
package org.isthmus.client.day;
