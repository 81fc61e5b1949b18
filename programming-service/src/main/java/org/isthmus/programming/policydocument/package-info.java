/** Policy documents that programmes rest on: which they are, and how they hang together. Start with {@code PolicyDocument}. */
@Room(
        owns = {"policy_document", "policy_document_history", "policy_document_view"},
        reads = "programme")
package org.isthmus.programming.policydocument;

import org.isthmus.kit.Room;
