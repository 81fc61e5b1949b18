package org.isthmus.kit.framing;

/** Says of a request that only reads whether it could not be answered in time: then it is refused before anybody reads more of it. */
@FunctionalInterface
public interface Gate {

    String DETAIL = "More is asked than can be answered in time. Nothing was done.";
    String RETRY_SECONDS = "1";

    /**
     * @param client one household or office
     * @param path without its query
     */
    boolean isShut(String client, String path);
}
