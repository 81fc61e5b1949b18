package org.isthmus.funding.allocation;

import org.jspecify.annotations.Nullable;

/** Where an action's money came from, when any was ever booked, and the version of the work programme that asks. */
record BookedSource(@Nullable String line, @Nullable Integer year, int workProgrammeVersion) {}
