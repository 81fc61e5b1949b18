package org.isthmus.programming.country;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.programming.region.Regions;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/countries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Countries", description = "Countries and the instruments under which they are eligible")
class CountryResource {

    private final Countries countries;
    private final Regions regions;

    CountryResource(Countries countries, Regions regions) {
        this.countries = countries;
        this.regions = regions;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCountries", summary = "List countries")
    public Response list() {
        return countries.all().list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCountry", summary = "Read a country")
    public Response get(@RestPath UUID id) {
        return countries.all().read(id);
    }

    @POST
    @Write
    @Operation(operationId = "createCountry", summary = "Enter a country")
    public RestResponse<CountryView> create(@NotNull CountryContent content) {
        return countries.all().create(new Country(content, regions));
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceCountry", summary = "Change what is said of a country")
    public RestResponse<CountryView> replace(@RestPath UUID id, @NotNull CountryContent content) {
        return countries.all().edit(id, country -> country.revise(content, regions));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchCountry", summary = "Change some of what is said of a country")
    public RestResponse<CountryView> patch(@RestPath UUID id, @NotNull String patch) {
        return countries.all().patch(id, patch, Country::content, (one, content) -> one.revise(content, regions));
    }

    @jakarta.enterprise.inject.Produces
    BodyCheck<CountryContent> meaning() {
        return new BodyCheck<>(CountryContent.class, content -> new Country(content, regions));
    }
}
