package org.isthmus.client.day;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.isthmus.client.ApiClient;
import org.isthmus.client.ApiException;
import org.isthmus.client.ApiResponse;
import org.isthmus.client.api.OrganisationsApi;
import org.isthmus.client.api.OrganisationsApi.APICreateOrganisationRequest;
import org.isthmus.client.api.OrganisationsApi.APIGetOrganisationRequest;
import org.isthmus.client.api.OrganisationsApi.APIPatchOrganisationRequest;
import org.isthmus.client.api.ProjectsApi;
import org.isthmus.client.api.ProjectsApi.APIListProjectsRequest;
import org.isthmus.client.model.Organisation;
import org.isthmus.client.model.OrganisationDraft;
import org.isthmus.client.model.OrganisationPatch;
import org.isthmus.client.model.OrganisationType;
import org.isthmus.client.model.Problem;
import org.isthmus.client.model.Project;
import org.isthmus.client.model.ProjectPage;

/**
 * What a program that works with Isthmus does all day: it lists and pages, enters an organisation twice with one key, reads and
 * changes it, removes what was said of it, and meets each refusal. It ends with an exception where an answer is another.
 */
public final class PartnersDay {

    private static final List<String> DEFAULTS =
            List.of("http://127.0.0.1:8080", "http://127.0.0.1:8084/isthmus/token", "programme-officer", "any");

    private final ApiClient client;
    private final OrganisationsApi organisations;
    private final ProjectsApi projects;
    private final String reference = "DAY-" + UUID.randomUUID();

    public PartnersDay(ApiClient client) {
        this.client = client;
        organisations = new OrganisationsApi(client);
        projects = new ProjectsApi(client);
    }

    /** Arguments: the gateway's address, the token's address, client id and secret; without them those of ./start. */
    public static void main(String... arguments) throws Exception {
        List<String> told = new ArrayList<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i++) {
            told.set(i, arguments[i]);
        }
        Access access = new Access(URI.create(told.get(1)), told.get(2), told.get(3));
        new PartnersDay(access.to(URI.create(told.get(0)))).live().forEach(System.out::println);
    }

    /** All of it, with a line for each step. */
    public List<String> live() throws Exception {
        List<Project> all = everyProject();
        Organisation entered = enterTwice();
        String seen = tag(read(entered.getId()));
        Organisation changed = change(entered.getId(), seen);
        Organisation without = remove(changed);
        return List.of(
                "listed %d projects".formatted(all.size()),
                "entered %s once".formatted(entered.getNames().get("en")),
                "changed it to %s of %s".formatted(changed.getNames().get("en"), changed.getCountry()),
                "its country is %s".formatted(without.getCountry() == null ? "removed" : without.getCountry()),
                "invalid: "
                        + refused(
                                400, () -> enter(draft("A country that is none").country("XX"), key())),
                "taken: " + refused(409, () -> enter(draft("Another"), key())),
                "stale: " + refused(412, () -> change(entered.getId(), seen)),
                "reused: " + refused(422, () -> enter(draft("Another body"), reference)));
    }

    private List<Project> everyProject() throws ApiException {
        List<Project> all = new ArrayList<>();
        String cursor = null;
        do {
            ProjectPage page = projects.listProjects(
                    APIListProjectsRequest.newBuilder().limit(20).cursor(cursor).build());
            all.addAll(page.getItems());
            cursor = cursor(page.getNext());
        } while (cursor != null);
        return all;
    }

    /** The next page's place, from the path that leads there; null on the last page. */
    private static String cursor(String next) {
        return next == null ? null : URI.create(next).getQuery().replaceFirst("^.*\\bcursor=([^&]*).*$", "$1");
    }

    private Organisation enterTwice() throws ApiException {
        OrganisationDraft draft = draft("A day's organisation").country("BE").type(OrganisationType.NGO);
        Organisation first = enter(draft, reference);
        Organisation again = enter(draft, reference);
        if (!again.equals(first)) {
            throw new IllegalStateException("one key, two organisations: " + first.getId() + ", " + again.getId());
        }
        return first;
    }

    private OrganisationDraft draft(String name) {
        return new OrganisationDraft().reference(reference).names(Map.of("en", name));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Organisation enter(OrganisationDraft draft, String key) throws ApiException {
        return organisations.createOrganisation(APICreateOrganisationRequest.newBuilder()
                .organisationDraft(draft)
                .idempotencyKey(key)
                .build());
    }

    private ApiResponse<Organisation> read(UUID id) throws ApiException {
        return organisations.getOrganisationWithHttpInfo(
                APIGetOrganisationRequest.newBuilder().id(id).build());
    }

    private static String tag(ApiResponse<?> answer) {
        return answer.getHeaders().get("etag").getFirst();
    }

    private Organisation change(UUID id, String seen) throws ApiException {
        return patch(id, seen, new OrganisationPatch().names(Map.of("en", "A changed organisation")));
    }

    /** What is set to null is removed, what is not set stays. */
    private Organisation remove(Organisation organisation) throws ApiException {
        UUID id = organisation.getId();
        return patch(id, tag(read(id)), new OrganisationPatch().country(null));
    }

    private Organisation patch(UUID id, String seen, OrganisationPatch patch) throws ApiException {
        return organisations.patchOrganisation(APIPatchOrganisationRequest.newBuilder()
                .id(id)
                .ifMatch(seen)
                .organisationPatch(patch)
                .build());
    }

    /** The code of the problem that this ends in. */
    private String refused(int status, Callable<?> request) throws Exception {
        try {
            throw new IllegalStateException("%d was expected, not %s".formatted(status, request.call()));
        } catch (ApiException refusal) {
            Problem problem = problem(refusal);
            if (refusal.getCode() != status || !problem.getStatus().equals(status)) {
                throw new IllegalStateException("%d was expected, not %s".formatted(status, problem));
            }
            return problem.getErrors() == null || problem.getErrors().isEmpty()
                    ? problem.getCode()
                    : problem.getErrors().getFirst().getCode();
        }
    }

    private Problem problem(ApiException refusal) throws IOException {
        return client.getObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
    }
}
