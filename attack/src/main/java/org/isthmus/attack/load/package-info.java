/** Minutes of hostile load beside honest clients, and what has become of the system afterwards. Start at {@link HostileLoad}. */
@NullMarked
package org.isthmus.attack.load;

import org.jspecify.annotations.NullMarked;
