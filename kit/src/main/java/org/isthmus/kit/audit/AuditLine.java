package org.isthmus.kit.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.Schema.True;
import org.jspecify.annotations.Nullable;

/** One write, done or refused. */
@Schema(description = "One write, done or refused.")
record AuditLine(
        @Schema(required = true) UUID id,

        @Schema(
                required = true,
                description =
                        "Its place among the lines of the service, without gaps; one that commits late comes late.")
        long position,

        @Schema(required = true, description = "UTC.") Instant at,

        @Schema(required = true, description = "Subject of the token.")
        String caller,

        @Nullable
        @Schema(description = "Person behind the token, as four eyes tell persons apart; absent where it named none.")
        String person,

        @Nullable @Schema(description = "Person as whose deputy it was done.")
        String onBehalfOf,

        @Schema(required = true, description = "Roles at that time, separated by commas.")
        String roles,

        @Schema(required = true) String method,
        @Schema(required = true) String path,

        @Nullable @Schema(description = "Id of the thing that was written; absent where none came to be.")
        String object,

        @Schema(
                required = true,
                enumeration = {"DONE", "REFUSED"})
        String outcome,

        @Schema(required = true) int status,

        @Nullable @Schema(description = "Code of the refusal.")
        String code,

        @Schema(required = true) String requestId,
        @Schema(required = true) String address,

        @Nullable
        @Schema(
                description =
                        "Operation of the API document, such as `createProject`; absent where the address has none.")
        String operation,

        @Nullable
        @Schema(
                type = SchemaType.OBJECT,
                additionalProperties = True.class,
                description =
                        "Body of the request, without what opens accounts or reaches persons; where it has more than 20 000 bytes their number, where it is no JSON object its text.")
        Map<String, Object> asked,

        @Nullable
        @Schema(
                type = SchemaType.OBJECT,
                additionalProperties = True.class,
                description =
                        "The thing before the write, or where one was refused that had come so far; absent where it was new.")
        Map<String, Object> before,

        @Nullable
        @Schema(
                type = SchemaType.OBJECT,
                additionalProperties = True.class,
                description =
                        "The answer: the state after the write; absent of one that was refused, after which the thing is as before.")
        Map<String, Object> after,

        @Nullable @Schema(description = "True where what was asked, or stood before or after, was erased later.")
        Boolean erased) {}
