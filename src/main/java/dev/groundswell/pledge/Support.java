package dev.groundswell.pledge;

/**
 * The support of one group, shown by what it did.
 *
 * @param group as the definitions of buy-in name it, or empty for those of none
 * @param open promised, and the day is still to come
 */
public record Support(String group, int kept, int open, int overdue, int released) {}
