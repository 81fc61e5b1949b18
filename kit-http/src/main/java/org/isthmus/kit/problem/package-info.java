/** How every part of the platform names a refusal. */
package org.isthmus.kit.problem;
