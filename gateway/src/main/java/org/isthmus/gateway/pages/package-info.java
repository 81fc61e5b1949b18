/** What the gateway answers itself: the index, the OpenAPI document, the problem pages, health. Start at {@link OwnPaths}. */
package org.isthmus.gateway.pages;
