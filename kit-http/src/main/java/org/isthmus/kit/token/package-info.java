/** What a bearer token must look like before anybody asks who signed it. Start at {@link TokenForm}. */
package org.isthmus.kit.token;
