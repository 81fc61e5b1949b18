package org.isthmus.programming.country;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.AsOf;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Facet;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.writes.Write;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/countries")
@RunOnVirtualThread
@Tag(name = "Countries", description = "Countries and the instruments under which they are eligible")
class CountryResource {

    private static final String TABLE = "country_document";

    private static final Listing LISTING = Listing.over(TABLE)
            .filter("code", "reference", Listing.Type.TEXT)
            .filter("region", "region", Listing.Type.TEXT)
            .filter("instrument", "instruments", Listing.Type.TEXTS)
            .filter("priority", "priorities", Listing.Type.TEXTS)
            .sort("code", "reference", Listing.Type.TEXT)
            .sort("name", "name", Listing.Type.COLLATED)
            .sort("region", "region", Listing.Type.COLLATED)
            .defaultSort("code")
            .facet("region")
            .facet("instrument")
            .facet("priority")
            .csv("id", "/id")
            .csv("code", "/code")
            .csv("name", "/name/en")
            .csv("region", "/region")
            .csv("instruments", "/instruments/*/instrument");

    private final Countries countries;
    private final Documents documents;
    private final Lists lists;
    private final Outbox outbox;

    CountryResource(Countries countries, Documents documents, Lists lists, Outbox outbox) {
        this.countries = countries;
        this.documents = documents;
        this.lists = lists;
        this.outbox = outbox;
    }

    /** One page of the list. */
    @Schema(name = "CountryPage", description = "One page of the list.")
    record Page(
            @Schema(required = true) List<CountryView> items,

            @Nullable @Schema(description = "Where the next page is.")
            String next,

            @Schema(required = true) AsOf asOf,

            @Nullable @Schema(description = "With total=true.")
            Long total,

            @Nullable @Schema(description = "With facets=...")
            Map<String, List<Facet>> facets) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCountries", summary = "List countries")
    @APIResponse(
            responseCode = "200",
            description = "One page, or with text/csv or application/x-ndjson all rows that the filter matches.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Page.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING))
            })
    @Parameter(
            name = "reference",
            in = ParameterIn.QUERY,
            description = "Its reference. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "code",
            in = ParameterIn.QUERY,
            description = "Its code. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "region",
            in = ParameterIn.QUERY,
            description = "Region as written. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "instrument",
            in = ParameterIn.QUERY,
            description = "Instrument that makes it eligible. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "priority",
            in = ParameterIn.QUERY,
            description = "EMIGRATION or TRANSIT. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "One or several of reference, code, name, region, separated by commas; a minus sorts downwards.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description = "One or several of region, instrument, priority, separated by commas: counts their values.",
            schema = @Schema(type = SchemaType.STRING))
    public Response list() {
        return lists.answer(LISTING, Scope.all());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getCountry", summary = "Read a country")
    @APIResponseSchema(CountryView.class)
    @APIResponse(responseCode = "304", description = "Still the version that If-None-Match names.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As it was recorded at the end of that day, or at that instant, in UTC.",
            schema = @Schema(type = SchemaType.STRING))
    public Response get(@RestPath UUID id) {
        return documents.answer(TABLE, id, Scope.all());
    }

    @POST
    @Write
    @Operation(operationId = "createCountry", summary = "Enter a country")
    @APIResponse(
            responseCode = "201",
            description = "It is there now.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CountryView.class)))
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
        documents.put(TABLE, country.id(), country.version(), view, columns);
        outbox.add(country.changed());
        return view;
    }
}
