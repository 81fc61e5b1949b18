/** Countries and the instruments under which they are eligible. Start with {@code Country}; publishes {@code programming.countries}. */
@NullMarked
package org.isthmus.programming.country;

import org.jspecify.annotations.NullMarked;
