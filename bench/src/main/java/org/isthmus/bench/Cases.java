package org.isthmus.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is asked of the list of projects; each case is a page as a portal fetches it. */
final class Cases {

    /** So many rows stand before a deep page. */
    private static final int DEEP = 50_000;

    private static final String LIST = "/v1/projects?limit=50";

    private final Http http;

    Cases(Http http) {
        this.http = http;
    }

    /** Paths by the name of the case; the deep page is left out where there are not so many. */
    Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("page 1", LIST);
        paths.put("total=true", LIST + "&total=true");
        paths.put("sort=status", LIST + "&sort=status");
        paths.put("sort=-amount", LIST + "&sort=-amount");
        paths.put("rare word", LIST + "&q=" + Generator.RARE);
        paths.put("frequent word", LIST + "&q=mobility");
        paths.put("country", LIST + "&country=MD");
        paths.put("country, strand and year", LIST + "&country=MD&strand=migration-development&year=2010");
        paths.put("facets", LIST + "&facets=country,strand,status");
        deep(LIST).ifPresent(path -> paths.put("page 1 000", path));
        deep(LIST + "&sort=-amount").ifPresent(path -> paths.put("page 1 000 of sort=-amount", path));
        return paths;
    }

    /** Walks there in pages of a thousand. */
    private Optional<String> deep(String path) {
        String next = path.replace("limit=50", "limit=1000") + "&fields=id";
        for (int rows = 0; rows < DEEP; rows += 1000) {
            next = http.get(next).path("next").asText();
            if (next.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(next.replace("limit=1000", "limit=50").replace("&fields=id", ""));
    }
}
