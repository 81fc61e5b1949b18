package org.isthmus.programming.region;

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
import org.isthmus.kit.store.Aggregates;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/regions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Regions", description = "One code for each region, and which region it is a part of")
class RegionResource {

    private final Aggregates<Region, RegionView> regions;
    private final Regions all;

    RegionResource(Regions regions) {
        this.regions = regions.all();
        this.all = regions;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listRegions", summary = "List regions")
    public Response list() {
        return regions.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRegion", summary = "Read a region")
    public Response get(@RestPath UUID id) {
        return regions.read(id);
    }

    @POST
    @Write
    @Operation(operationId = "createRegion", summary = "Enter a region")
    public RestResponse<RegionView> create(@NotNull RegionContent content) {
        RegionTree.refuseMisfit(content, all.hold());
        return regions.create(new Region(content));
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceRegion", summary = "Change what is said of a region")
    public RestResponse<RegionView> replace(@RestPath UUID id, @NotNull RegionContent content) {
        return regions.edit(id, region -> revise(region, content));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchRegion", summary = "Change some of what is said of a region")
    public RestResponse<RegionView> patch(@RestPath UUID id, @NotNull String patch) {
        return regions.patch(id, patch, Region::content, this::revise);
    }

    @jakarta.enterprise.inject.Produces
    BodyCheck<RegionContent> meaning() {
        return new BodyCheck<>(RegionContent.class, content -> RegionTree.refuseMisfit(content, all.contents()));
    }

    private void revise(Region region, RegionContent content) {
        RegionTree.refuseMisfit(content, all.hold());
        region.revise(content);
    }
}
