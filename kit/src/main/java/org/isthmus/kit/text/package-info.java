/** Text in several languages. Start at {@link Text}. */
@NullMarked
package org.isthmus.kit.text;

import org.jspecify.annotations.NullMarked;
