package org.isthmus.programming;

import io.quarkus.test.junit.QuarkusTest;
import org.isthmus.testing.ServiceApi;

@QuarkusTest
class OpenApiTest extends ServiceApi {}
