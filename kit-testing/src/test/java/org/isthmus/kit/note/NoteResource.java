package org.isthmus.kit.note;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.isthmus.kit.documents.SearchText;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.text.Text;
import org.isthmus.kit.writes.Write;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/notes")
@RunOnVirtualThread
class NoteResource {

    private static final Listing LISTING = Listing.over("note_document")
            .answers(View.class, "listNotes")
            .filter("tag", "tags", Listing.Type.TEXTS, "A word.")
            .from("amountFrom", "amount", Listing.Type.NUMBER, "At least this amount.")
            .sort("title", "title_sort", Listing.Type.COLLATED)
            .sortNullable("amount", "amount", Listing.Type.NUMBER)
            .facets("tag")
            .search("search", "Words of the title.")
            .csv("reference", "/reference")
            .csv("title", "/title/en")
            .csv("tags", "/tags/*")
            .csv("amount", "/amount/amount");

    private final Notes notes;
    private final Documents documents;
    private final Lists lists;
    private final Outbox outbox;
    private final MergePatch patches;

    NoteResource(Notes notes, Documents documents, Lists lists, Outbox outbox, MergePatch patches) {
        this.notes = notes;
        this.documents = documents;
        this.lists = lists;
        this.outbox = outbox;
        this.patches = patches;
    }

    @Schema(name = "NoteDraft")
    record Draft(
            @NotNull @Size(min = 1, max = 40) @Pattern(regexp = "[A-Z0-9-]+")
            String reference,

            @NotNull Text title,
            @NotNull List<@NotNull String> tags,
            @Nullable Money amount) {}

    @Schema(name = "Note")
    record View(
            UUID id,
            int version,
            String reference,
            Text title,
            List<String> tags,
            @Nullable Money amount) {
        View(Note note) {
            this(note.id(), note.version(), note.reference(), note.title(), note.tags(), note.amount());
        }
    }

    @POST
    @Write
    @Operation(operationId = "createNote", summary = "Write a note")
    public RestResponse<View> create(@Valid @NotNull Draft draft) {
        return written(draft);
    }

    @POST
    @Path("/paid")
    @Write(keyRequired = true)
    @Operation(operationId = "payNote", summary = "Write a note that costs money")
    public RestResponse<View> pay(@Valid @NotNull Draft draft) {
        return written(draft);
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "editNote", summary = "Rename a note")
    public RestResponse<View> edit(
            @RestPath UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull Draft draft) {
        return changed(id, ifMatch, draft);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchNote", summary = "Change some of a note")
    public RestResponse<View> patch(@RestPath UUID id, @HeaderParam("If-Match") String ifMatch, String patch) {
        Note note = notes.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("note-unknown", "No note " + id));
        Draft content = new Draft(note.reference(), note.title(), note.tags(), note.amount());
        return changed(id, ifMatch, patches.apply(content, patch));
    }

    private RestResponse<View> changed(UUID id, String ifMatch, Draft draft) {
        Note note = notes.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("note-unknown", "No note " + id));
        IfMatch.require(ifMatch, note.version());
        note.rename(draft.title());
        notes.flush();
        return Answers.ok(shown(note), note.version());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(View.class)
    @Operation(operationId = "getNote", summary = "Read a note")
    public Response get(@RestPath UUID id) {
        return documents.answer("note_document", id, Scope.all());
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listNotes", summary = "List notes")
    public Response list() {
        return lists.answer(LISTING, Scope.all());
    }

    private RestResponse<View> written(Draft draft) {
        Note note = new Note(draft.reference(), draft.title(), draft.tags(), draft.amount());
        notes.persist(note);
        notes.flush();
        outbox.add(new NoteEvent(note.id(), note.version()));
        return Answers.created("/v1/notes/" + note.id(), shown(note), note.version());
    }

    private View shown(Note note) {
        View view = new View(note);
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("reference", note.reference());
        columns.put("title_sort", note.title().any());
        columns.put("tags", note.tags());
        columns.put("amount", note.amount() == null ? null : note.amount().amount());
        columns.put("search", SearchText.of(note.title().byLanguage().values()));
        documents.put("note_document", note.id(), note.version(), view, columns);
        return view;
    }
}
