/** Which request it is: its id and its W3C trace, through gateway and services. */
@NullMarked
package org.isthmus.kit.trace;

import org.jspecify.annotations.NullMarked;
