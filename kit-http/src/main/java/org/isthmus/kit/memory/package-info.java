/** What a process gives back of the memory that it took. */
package org.isthmus.kit.memory;
