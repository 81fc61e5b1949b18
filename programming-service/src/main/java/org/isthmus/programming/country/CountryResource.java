package org.isthmus.programming.country;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.writes.Write;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/countries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Countries", description = "Countries and the instruments under which they are eligible")
class CountryResource {

    private static final String TABLE = "country_document";

    private static final Listing LISTING = Listing.over(TABLE)
            .answers(CountryView.class, "listCountries")
            .filter("code", "reference", Listing.Type.TEXT, "ISO 3166-1 alpha-2.")
            .filter("region", "region", Listing.Type.TEXT, "Region.")
            .filter("instrument", "instruments", Listing.Type.TEXTS, "Instrument under which it is eligible.")
            .filter("priority", "priorities", Listing.Type.TEXTS, "Kind of priority.")
            .sort("code", "reference", Listing.Type.TEXT)
            .sort("name", "name", Listing.Type.COLLATED)
            .sort("region", "region", Listing.Type.COLLATED)
            .defaultSort("code")
            .facets("region", "instrument", "priority")
            .csv("id", "/id")
            .csv("code", "/code")
            .csv("name", "/name/en")
            .csv("region", "/region")
            .csv("instruments", "/instruments/*/instrument");

    private final Countries countries;
    private final Documents documents;
    private final Lists lists;
    private final Outbox outbox;
    private final MergePatch patches;

    CountryResource(Countries countries, Documents documents, Lists lists, Outbox outbox, MergePatch patches) {
        this.countries = countries;
        this.documents = documents;
        this.lists = lists;
        this.outbox = outbox;
        this.patches = patches;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCountries", summary = "List countries")
    public Response list() {
        return lists.answer(LISTING, Scope.all());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCountry", summary = "Read a country")
    @APIResponseSchema(CountryView.class)
    public Response get(@RestPath UUID id) {
        return documents.answer(TABLE, id, Scope.all());
    }

    @POST
    @Write
    @Operation(operationId = "createCountry", summary = "Enter a country")
    @APIResponseSchema(value = CountryView.class, responseCode = "201")
    public RestResponse<CountryView> create(@Valid @NotNull CountryDraft draft) {
        if (countries.findByCode(draft.code()).isPresent()) {
            throw Refusal.conflict("country-exists", "There is a country %s already".formatted(draft.code()));
        }
        Country country = new Country(draft);
        countries.persist(country);
        return Answers.created("/v1/countries/" + country.id(), kept(country), country.version());
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceCountry", summary = "Change what is said of a country")
    @APIResponseSchema(value = CountryView.class, responseCode = "200")
    public RestResponse<CountryView> replace(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull CountryDraft draft) {
        return changed(id, ifMatch, draft);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchCountry", summary = "Change some of what is said of a country")
    @APIResponseSchema(value = CountryView.class, responseCode = "200")
    public RestResponse<CountryView> patch(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull String patch) {
        return changed(id, ifMatch, patches.apply(countries.get(id).content(), patch));
    }

    private RestResponse<CountryView> changed(UUID id, @Nullable String ifMatch, CountryDraft draft) {
        Country country = countries.get(id);
        IfMatch.require(ifMatch, country.version());
        country.revise(draft);
        CountryView view = kept(country);
        return Answers.ok(view, country.version());
    }

    private CountryView kept(Country country) {
        countries.flush();
        CountryView view = CountryView.of(country);
        CountryDraft content = country.content();
        Map<String, Object> columns = Map.of(
                "reference", country.code(),
                "name", content.name().any(),
                "region", content.region(),
                "instruments",
                        content.instruments().stream()
                                .map(CountryDraft.Instrument::instrument)
                                .distinct()
                                .toList(),
                "priorities",
                        content.priorities().stream()
                                .map(p -> p.kind().name())
                                .distinct()
                                .toList());
        if (documents.put(TABLE, country.id(), country.version(), view, columns)) {
            outbox.add(country.changed());
        }
        return view;
    }
}
