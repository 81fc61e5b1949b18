package org.isthmus.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.EventConsumer;

/** The shape that every service keeps; a service's ArchitectureTest takes them in with {@code ArchTests.in(...)}. */
public final class HouseRules {

    @ArchTest
    public static final ArchRule roomsFormNoCycles =
            slices().matching("org.isthmus.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    public static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Service|Manager|Impl|Helper|Utils?|Mapper|Dto|DTO|Controller)");

    @ArchTest
    public static final ArchRule entitiesHideTheirState = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and()
            .areNotStatic()
            .should()
            .bePrivate()
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule entitiesHaveNoSetters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule onlyResourcesKnowHttp = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .resideOutsideOfPackage("org.isthmus.kit..")
            .and()
            .areNotMemberClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    public static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now");

    @ArchTest
    public static final ArchRule dependenciesComeThroughConstructors = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    public static final ArchRule theKitKnowsNoRoom = noClasses()
            .that()
            .resideInAPackage("org.isthmus.kit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.isthmus.programming..", "org.isthmus.funding..", "org.isthmus.projects..");

    @ArchTest
    public static final ArchRule resourcesStayInTheirRoom = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .and()
            .resideOutsideOfPackage("org.isthmus.testing..")
            .should()
            .notBePublic();

    /** What waits is handed to it again, and nobody else knows how. */
    @ArchTest
    public static final ArchRule whoHearsEventsTakesInThoseThatWait = methods()
            .that()
            .areAnnotatedWith(Incoming.class)
            .should()
            .beDeclaredInClassesThat()
            .areAssignableTo(EventConsumer.class)
            .allowEmptyShould(true);

    private HouseRules() {}
}
