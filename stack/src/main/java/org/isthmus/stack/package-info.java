/**
 * The whole of Isthmus on one machine without containers: PostgreSQL, Kafka, a token issuer and the four applications, each started, watched and
 * stopped from here. Read {@link Start} for the command and {@link Stack} for the order of things; the system tests use the same {@link Stack}.
 */
package org.isthmus.stack;
