package org.isthmus.projects;

import io.quarkus.test.junit.QuarkusTest;
import org.isthmus.testing.ServiceApi;

@QuarkusTest
class ProjectsApiTest extends ServiceApi {}
