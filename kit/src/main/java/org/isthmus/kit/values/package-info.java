/** Values that requests give, as all services read them: lists that may be absent, shares in per cent. */
package org.isthmus.kit.values;
