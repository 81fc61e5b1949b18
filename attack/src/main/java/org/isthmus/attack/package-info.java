/**
 * Hostile requests, made from the document of the API, and what must be true of every answer. Start at
 * {@link org.isthmus.attack.HostileWalk}.
 */
package org.isthmus.attack;
