package dev.groundswell.db;

/**
 * How busy the connections to the database are.
 *
 * @param waiting threads that wait for one
 * @param most how many there can be
 */
public record PoolUse(int active, int idle, int waiting, int most) {}
