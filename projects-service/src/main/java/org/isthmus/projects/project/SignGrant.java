package org.isthmus.projects.project;

import jakarta.enterprise.context.ApplicationScoped;
import org.isthmus.projects.money.Commitments;

/** Signs the grant of a project; one whose money the books hold already is booked at once, for they won't tell again. */
@ApplicationScoped
class SignGrant {

    private final AdmitDraft drafts;
    private final Commitments commitments;
    private final ProjectPages pages;

    SignGrant(AdmitDraft drafts, Commitments commitments, ProjectPages pages) {
        this.drafts = drafts;
        this.commitments = commitments;
        this.pages = pages;
    }

    ProjectView sign(Project project, GrantRequest asked) {
        drafts.admit(asked);
        // asked first: a query in between would make the signature a version of its own
        boolean isHeld = commitments.hold(project.id(), asked.reference(), asked.amount());
        project.sign(asked);
        if (isHeld) {
            project.book(asked.reference(), asked.amount());
        }
        return pages.keepSigned(project, asked);
    }
}
