package org.isthmus.funding.booking;

/** A request that moves money: what a room takes on its own and a batch takes as one row of many. */
public interface MovementRequest {}
