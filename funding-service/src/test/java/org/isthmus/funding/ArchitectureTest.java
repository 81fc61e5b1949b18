package org.isthmus.funding;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.isthmus.testing.HouseRules;
import org.isthmus.testing.RoomRules;

@AnalyzeClasses(packages = "org.isthmus", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests shape = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests rooms = ArchTests.in(RoomRules.class);
}
