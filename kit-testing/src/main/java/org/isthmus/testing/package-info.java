/** What the tests of all services share: a real PostgreSQL, tokens, the house rules, contracts, the walk over an API. */
@NullMarked
package org.isthmus.testing;

import org.jspecify.annotations.NullMarked;
