/** What every service needs and no domain owns: money, refusals, writes, lists, events. It knows no service. */
package org.isthmus.kit;
