package org.isthmus.programming.workprogramme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.action.ActionContent;
import org.isthmus.programming.action.ActionRegister;
import org.isthmus.programming.action.Actions;
import org.isthmus.programming.country.Countries;
import org.isthmus.programming.region.Regions;
import org.isthmus.programming.values.Share;

/**
 * The actions of a work programme: their ids, which their references stand for, what the ledger answered about them
 * before, and how each is shown on its own.
 */
@ApplicationScoped
class WorkProgrammeActions {

    private final ActionRegister register;
    private final Actions views;
    private final Countries countries;
    private final Regions regions;

    WorkProgrammeActions(ActionRegister register, Actions views, Countries countries, Regions regions) {
        this.register = register;
        this.views = views;
        this.countries = countries;
        this.regions = regions;
    }

    /** After a change of the text or of the status: all actions show it, those that it no longer has leave the lists. */
    void show(WorkProgramme programme, List<Action> before) {
        Set<UUID> left = before.stream().map(Action::id).collect(Collectors.toCollection(HashSet::new));
        programme.actions().forEach(action -> left.remove(action.id()));
        showSome(programme, programme.actions());
        views.retire(left);
    }

    /** After a change of some of its actions only. */
    void showSome(WorkProgramme programme, Collection<Action> changed) {
        views.show(
                changed,
                new Actions.Home(
                        programme.id(),
                        programme.heading().reference(),
                        programme.version(),
                        programme.heading().programmeCode(),
                        programme.heading().indicativeProgrammeReference(),
                        programme.heading().year(),
                        programme.workflow().status()));
    }

    List<Action> of(UUID workProgrammeId, List<ActionContent> contents, List<Action> before) {
        List<UUID> ids = register.register(workProgrammeId, contents);
        Map<UUID, Action> known = before.stream().collect(Collectors.toMap(Action::id, Function.identity()));
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            Action earlier = known.get(ids.get(i));
            actions.add(Action.of(ids.get(i), contents.get(i), earlier == null ? null : earlier.allocation()));
        }
        return attributed(actions);
    }

    /** Their money attributed, by the regions that their countries are in now. */
    List<Action> attributed(List<Action> actions) {
        Map<String, String> regionOf = countries.regions(actions.stream()
                .flatMap(action -> action.countries().stream())
                .map(Share::code)
                .distinct()
                .toList());
        UnaryOperator<String> codes = regions.codes();
        return actions.stream()
                .map(action -> action.attributed(regionOf::get, codes))
                .toList();
    }
}
