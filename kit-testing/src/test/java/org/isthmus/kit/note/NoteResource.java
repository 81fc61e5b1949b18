package org.isthmus.kit.note;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.store.Aggregates;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/notes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NoteResource {

    private final Aggregates<Note, NoteView> notes;

    NoteResource(Notes notes) {
        this.notes = notes.all();
    }

    @POST
    @Write
    @Operation(operationId = "createNote", summary = "Write a note")
    public RestResponse<NoteView> create(@NotNull NoteContent content) {
        return notes.create(new Note(content));
    }

    @POST
    @Path("/paid")
    @Write(keyRequired = true)
    @Operation(operationId = "payNote", summary = "Write a note that costs money")
    public RestResponse<NoteView> pay(@NotNull NoteContent content) {
        return notes.create(new Note(content));
    }

    @POST
    @Path("/{id}/confirm")
    @Write
    @Operation(operationId = "confirmNote", summary = "Confirm a note that somebody else wrote")
    public RestResponse<NoteView> confirm(@RestPath UUID id) {
        return notes.step(id, note -> {});
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "editNote", summary = "Rewrite a note")
    public RestResponse<NoteView> edit(@RestPath UUID id, @NotNull NoteContent content) {
        return notes.edit(id, note -> note.revise(content));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchNote", summary = "Change some of a note")
    public RestResponse<NoteView> patch(@RestPath UUID id, @NotNull String patch) {
        return notes.patch(id, patch, Note::content, Note::revise);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getNote", summary = "Read a note")
    public Response get(@RestPath UUID id) {
        return notes.read(id);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listNotes", summary = "List notes")
    public Response list() {
        return notes.list();
    }
}
