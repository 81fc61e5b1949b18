package org.isthmus.funding;

import io.quarkus.test.junit.QuarkusTest;
import org.isthmus.testing.ServiceApi;

@QuarkusTest
class FundingApiTest extends ServiceApi {}
