@NullMarked
package org.isthmus.programming;

import org.jspecify.annotations.NullMarked;
