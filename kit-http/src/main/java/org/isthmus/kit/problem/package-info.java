/** How every part of the platform names a refusal. */
@NullMarked
package org.isthmus.kit.problem;

import org.jspecify.annotations.NullMarked;
