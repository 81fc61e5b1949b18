/** What a run finds on the machine: its folder of data, free ports, other processes; and how far it has come. Start at {@link DataFolder}. */
package org.isthmus.stack.machine;
