package org.isthmus.reference;

import org.jspecify.annotations.Nullable;

/** A list of the API that reference data goes to, in the order of loading: nothing names what comes later. */
enum Collection {
    VOCABULARY_TERMS("vocabulary-terms", "code", "programme-officer", "parentCode"),
    PROGRAMMES("programmes", "code", "programme-officer", "predecessorCode"),
    REGIONS("regions", "code", "programme-officer", "parentCode"),
    COUNTRIES("countries", "code", "programme-officer", null),
    POLICY_DOCUMENTS("policy-documents", "reference", "programme-officer", null),
    STRATEGY_PAPERS("strategy-papers", "reference", "programme-officer", null),
    INDICATIVE_PROGRAMMES("indicative-programmes", "reference", "programme-officer", null),
    EVALUATIONS("evaluations", "reference", "programme-officer", null),
    BUDGET_LINES("budget-lines", "code", "authorising-officer", null),
    ORGANISATIONS("organisations", "reference", "programme-officer", "parentReference"),
    PROJECTS("projects", "reference", "programme-officer", null),
    COMMITMENTS("commitments", "reference", Archivists.FIRST, null);

    private final String words;
    private final String key;
    private final String role;

    @Nullable
    private final String within;

    Collection(String words, String key, String role, @Nullable String within) {
        this.words = words;
        this.key = key;
        this.role = role;
        this.within = within;
    }

    String words() {
        return words.replace('-', ' ');
    }

    String file() {
        return words + ".json";
    }

    String path() {
        return "/v1/" + words;
    }

    /** The field that names a record and never changes. */
    String key() {
        return key;
    }

    /** Who may write here. */
    String role() {
        return role;
    }

    /** The field that names another record of the same collection, which has to be there before. */
    @Nullable
    String within() {
        return within;
    }
}
