/** What every service needs and no domain owns: money, refusals, writes, lists, events. It knows no service. */
@NullMarked
package org.isthmus.kit;

import org.jspecify.annotations.NullMarked;
