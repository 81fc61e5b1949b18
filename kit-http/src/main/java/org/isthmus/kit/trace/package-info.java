/** Which request it is: its id and its W3C trace, through gateway and services. */
package org.isthmus.kit.trace;
