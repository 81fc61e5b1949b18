package org.isthmus.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.isthmus.bench.GeneratedProject.Share;

/** A generated project as the API takes it, and as it shows it. */
final class ProjectJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ProjectJson() {}

    static ObjectNode draft(GeneratedProject project) {
        ObjectNode draft = said(project);
        draft.put("programmeCode", "THEMATIC-MIGR");
        return draft;
    }

    static ObjectNode view(GeneratedProject project) {
        ObjectNode view = JSON.objectNode();
        view.put("id", project.id().toString()).put("version", 1);
        view.setAll(said(project));
        view.put("status", project.status()).put("published", project.published());
        for (String list : List.of("coFinanciers", "results", "documents", "relations")) {
            view.putArray(list);
        }
        view.putObject("historicalStatus").put("status", project.status()).put("reason", "Generated");
        view.putArray("history").addObject().put("to", project.status()).put("reason", "Generated");
        return view.put("historical", true);
    }

    private static ObjectNode said(GeneratedProject project) {
        ObjectNode said = JSON.objectNode();
        said.put("reference", project.reference());
        said.putObject("title").put("en", project.title());
        said.putObject("summary").put("en", project.summary());
        if (project.start() != null) {
            ObjectNode period =
                    said.putObject("period").put("start", project.start().toString());
            if (project.end() != null) {
                period.put("end", project.end().toString());
            }
        }
        if (project.contribution() != null) {
            ObjectNode figure =
                    said.putObject("contribution").putArray("figures").addObject();
            figure.putObject("amount")
                    .put("amount", project.contribution().toPlainString())
                    .put("currency", "EUR");
            figure.put("current", true)
                    .putObject("source")
                    .put("document", "Generated")
                    .put("asOf", "2014-01-01");
        }
        said.set("strands", shares(project.strands()));
        ArrayNode countries = shares(project.countries());
        countries.forEach(country -> ((ObjectNode) country).put("role", "BENEFICIARY"));
        said.set("countries", countries);
        said.putArray("regions");
        said.putArray("organisations");
        said.putArray("objectives");
        said.putArray("sources").addObject().put("document", "Generated").put("asOf", "2014-01-01");
        return said;
    }

    private static ArrayNode shares(List<Share> shares) {
        ArrayNode array = JSON.arrayNode();
        for (Share share : shares) {
            ObjectNode node = array.addObject().put("code", share.code());
            if (share.percent() != null) {
                node.put("share", share.percent().toPlainString());
            }
        }
        return array;
    }
}
