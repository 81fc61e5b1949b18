package org.isthmus.kit.lists;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ended: the sort keys of its last row as text, and its id; and whether what was searched was guessed. */
record Cursor(List<@Nullable String> values, UUID id, boolean approximate) {}
