/** Work that is too much for one transaction, in steps that outlast a crash. Start at {@link Job} and {@link Jobs}. */
package org.isthmus.kit.jobs;
