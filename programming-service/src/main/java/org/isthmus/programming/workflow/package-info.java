/** The way of every programming document from draft to closure, as one immutable value. Start with {@link org.isthmus.programming.workflow.Workflow}. */
@Room
package org.isthmus.programming.workflow;

import org.isthmus.kit.Room;
