package org.isthmus.projects.pendingversion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a pending version has come. */
@Schema(name = "PendingVersionStatus")
enum PendingStatus {
    PENDING,
    PUBLISHED,
    RETURNED,
    WITHDRAWN
}
