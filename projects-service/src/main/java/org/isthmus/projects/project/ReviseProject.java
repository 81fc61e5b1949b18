package org.isthmus.projects.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Changes what is said of a project; saying the same again makes no new version. */
@ApplicationScoped
class ReviseProject {

    private final AdmitDraft drafts;
    private final ProjectPages pages;

    ReviseProject(AdmitDraft drafts, ProjectPages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    ProjectView revise(Project project, ProjectDraft draft) {
        Set<UUID> before = Survey.parties(project.content());
        ProjectDraft admitted = drafts.admit(draft);
        if (!project.revise(admitted)) {
            return pages.present(project);
        }
        ProjectView view = pages.keep(project);
        Set<UUID> parties = Survey.parties(admitted);
        if (!parties.equals(before)) {
            parties = new HashSet<>(parties);
            parties.addAll(before);
            pages.regroup(project, parties);
        }
        return view;
    }
}
