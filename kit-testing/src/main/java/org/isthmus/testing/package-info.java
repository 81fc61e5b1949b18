/** What the tests of all services share: a real PostgreSQL, tokens, the house rules, contracts, the walk over an API. */
package org.isthmus.testing;
