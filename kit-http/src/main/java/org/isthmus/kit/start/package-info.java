/** What gateway and services look at before they take a request. */
package org.isthmus.kit.start;
