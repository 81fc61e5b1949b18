/** What the gateway answers itself: the index, the OpenAPI document, the problem pages, health. Start at {@link OwnPaths}. */
@NullMarked
package org.isthmus.gateway.pages;

import org.jspecify.annotations.NullMarked;
